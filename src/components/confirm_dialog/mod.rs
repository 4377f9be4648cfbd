#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Alert, AlertKind, Button, ButtonKind, Dialog, unique_id};
use crate::text;

/// Asks before something is done that cannot be undone. The title names the thing, the children say what will happen,
/// `confirm` says what the button does. It starts on Cancel, and stays open until the caller sets `open` to false.
#[component]
pub fn ConfirmDialog(
    open: RwSignal<bool>,
    #[prop(into)] title: TextProp,
    #[prop(into)] confirm: TextProp,
    #[prop(into)] on_confirm: Callback<()>,
    #[prop(default = ButtonKind::Danger)] kind: ButtonKind,
    #[prop(optional, into)] busy: Signal<bool>,
    /// Why it did not work, said inside the dialog.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    #[prop(optional, into)] on_dismiss: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let confirm = StoredValue::new(confirm);
    let consequence = unique_id("consequence");
    let describedby = consequence.clone();
    let cancel = move |()| {
        if !busy.get_untracked() {
            open.set(false);
            if let Some(on_dismiss) = on_dismiss {
                on_dismiss.run(());
            }
        }
    };
    let dismissed = move |()| {
        if let Some(on_dismiss) = on_dismiss {
            on_dismiss.run(());
        }
    };
    view! {
        <Dialog open title busy role="alertdialog" describedby on_dismiss=dismissed>
            <div class="stack" id=consequence.clone()>{children()}</div>
            {move || error.get().map(|text| view! { <Alert kind=AlertKind::Danger live=true>{text}</Alert> })}
            <div class="dialog-actions">
                <Button on_press=cancel autofocus=true>{text!(common.cancel)}</Button>
                <Button kind busy on_press=on_confirm>{move || confirm.with_value(TextProp::get)}</Button>
            </div>
        </Dialog>
    }
    .into_any()
}
