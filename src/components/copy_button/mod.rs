#[cfg(feature = "stories")]
pub mod stories;
mod text;

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::{Button, ButtonKind, IconName, use_announcer};
use crate::platform::selection::copy_keys;
use crate::platform::timer::use_timers;
use crate::text;

pub use text::copy_text;

/// How an attempt to copy ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    Done,
    /// There is no clipboard here, or the browser said no.
    Refused,
    /// There was nothing to copy, for this reason.
    Failed(String),
    /// The reader thought better of it, e.g. gave no password.
    Cancelled,
}

/// Copies. It is called inside the click: the write to the clipboard must begin before the first `await`.
pub type CopyAction = Callback<(), Pin<Box<dyn Future<Output = Copied>>>>;

/// How long the button says that it copied, in milliseconds.
const SAYS_COPIED_FOR: u32 = 3_000;

/// Copies something when pressed and says how that went, on itself and to screen readers.
#[component]
pub fn CopyButton(
    /// What it is called, e.g. "Copy API key"; it stays its name in every state.
    #[prop(into)]
    label: TextProp,
    /// Follows the label for screen readers only, where several buttons share one, e.g. "of the second example".
    #[prop(optional, into)]
    of: Option<TextProp>,
    /// What is copied, for the announcement, e.g. "API Key".
    #[prop(into)]
    what: TextProp,
    copy: CopyAction,
    /// Offers another way: shows the value and selects it. The button says which keys copy it then.
    #[prop(optional, into)]
    on_refused: Option<Callback<()>>,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    let announcer = use_announcer();
    let timers = use_timers();
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Copied>);
    let refusal = move || match on_refused {
        Some(_) => text!(common.copy_selected, keys = copy_keys()),
        None => text!(common.copy_refused, keys = copy_keys()),
    };
    let press = move |()| {
        let copying = copy.run(());
        let what = what.clone();
        busy.set(true);
        outcome.set(None);
        spawn_local(async move {
            let ended = copying.await;
            // The button may be gone by now: a secret hides itself, a reader leaves.
            if busy.try_set(false).is_some() {
                return;
            }
            match &ended {
                Copied::Done => {
                    announcer.polite(text!(common.copied_what, what = what.get().to_string()));
                    timers.after(SAYS_COPIED_FOR, move || _ = outcome.try_set(None));
                }
                Copied::Refused => {
                    announcer.polite(refusal());
                    if let Some(on_refused) = on_refused {
                        on_refused.run(());
                    }
                }
                Copied::Failed(reason) => announcer.polite(reason.clone()),
                Copied::Cancelled => {}
            }
            outcome.set(Some(ended));
        });
    };
    let icon = Signal::derive(move || match outcome.get() {
        Some(Copied::Done) => IconName::DONE,
        _ => IconName::COPY,
    });
    let note = move || match outcome.get() {
        Some(Copied::Done) => Some(text!(common.copied).to_owned()),
        Some(Copied::Refused) => Some(refusal()),
        Some(Copied::Failed(reason)) => Some(reason),
        Some(Copied::Cancelled) | None => None,
    };
    let refused = move || matches!(outcome.get(), Some(Copied::Refused | Copied::Failed(_)));
    view! {
        <span class="copy-button" class:copy-button-refused=refused>
            {move || {
                let label = label.clone();
                let of = of.clone().map(|of| view! { <span class="visually-hidden">" "{move || of.get()}</span> });
                view! { <Button kind icon=icon.get() busy on_press=press.clone()>{move || label.get()}{of}</Button> }
            }}
            {move || note().map(|note| view! { <span class="copy-button-note" aria-hidden="true">{note}</span> })}
        </span>
    }
    .into_any()
}
