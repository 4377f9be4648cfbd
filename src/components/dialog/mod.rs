#[cfg(feature = "stories")]
pub mod stories;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Announcer, IconButton, IconName, unique_id};
use crate::platform::focus;
use crate::text;

/// A modal dialog: the browser's own, so that the page under it is out of reach and Escape closes it. The focus goes
/// in when it opens and back when it closes; if the opener is gone by then, to the page's heading.
///
/// A click beside it does nothing: what was typed is not lost by a slip. The children are there only while it is open.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: TextProp,
    /// Called after the dialog was closed by Escape or its close button, not when `open` was set to false.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    /// Neither Escape nor the close button works while this is true.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// `alertdialog` where an answer is needed to go on.
    #[prop(default = "dialog")]
    role: &'static str,
    /// The id of the element that says what it is about.
    #[prop(optional, into)]
    describedby: Option<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog-title");
    let labelledby = title_id.clone();
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        if open.get() && !element.open() {
            // Refused only for an element that is not in the page, which has nothing to show either.
            _ = element.show_modal();
        } else if !open.get() && element.open() {
            element.close();
        }
    });
    let dismiss = move || {
        open.set(false);
        if let Some(on_dismiss) = on_dismiss {
            on_dismiss.run(());
        }
    };
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        if !busy.get_untracked() {
            dismiss();
        }
    };
    let closed = move |_| {
        if open.get_untracked() {
            dismiss();
        }
        if focus::current().is_none() {
            focus::on_heading();
        }
    };
    // Opened once more while it is open, it keeps what was typed.
    let shown = Memo::new(move |_| open.get());
    let content = move || {
        let title = title.clone();
        view! {
            <header class="dialog-header">
                <h2 class="dialog-title" id=title_id.clone()>{move || title.get()}</h2>
                <IconButton icon=IconName::CLOSE label=text!(common.close) on_press=move |()| {
                    if !busy.get_untracked() {
                        dismiss();
                    }
                } />
            </header>
            <div class="dialog-body">{children()}</div>
            <Announcer />
        }
        .into_any()
    };
    view! {
        <dialog
            class="dialog"
            role=role
            aria-labelledby=labelledby
            aria-describedby=describedby
            closedby=move || if busy.get() { "none" } else { "closerequest" }
            node_ref=dialog
            on:cancel=cancel
            on:close=closed
        >
            {move || shown.get().then(&content)}
        </dialog>
    }
    .into_any()
}
