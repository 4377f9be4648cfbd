#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{ButtonKind, Copied, CopyAction, CopyButton};
use crate::platform::clipboard::{CopyOutcome, use_clipboard};
use crate::text;

/// Copies a piece of text that is on the page. `name` tells it from the other copy buttons, e.g. "curl command of GET /zones".
#[component]
pub fn CopyText(#[prop(into)] text: Signal<String>, name: String) -> impl IntoView {
    let clipboard = use_clipboard();
    let copy = CopyAction::new(move |()| {
        let copying = clipboard.copy_text(&text.get_untracked());
        Box::pin(async move {
            match copying.await {
                CopyOutcome::Done => Copied::Done,
                CopyOutcome::Refused | CopyOutcome::Unavailable => Copied::Refused,
            }
        }) as _
    });
    view! { <CopyButton kind=ButtonKind::Quiet label=text!(docs.copy) of=name.clone() what=name copy /> }
        .into_any()
}
