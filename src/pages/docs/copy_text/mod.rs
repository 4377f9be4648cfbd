#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{ButtonKind, CopyButton, copy_text};
use crate::text;

/// Copies a piece of text that is on the page. `name` tells it from the other copy buttons, e.g. "curl command of GET /zones".
#[component]
pub fn CopyText(#[prop(into)] text: Signal<String>, name: String) -> impl IntoView {
    let copy = copy_text(text);
    view! { <CopyButton kind=ButtonKind::Quiet label=text!(docs.copy) of=name.clone() what=name copy /> }
        .into_any()
}
