#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{ButtonKind, CodeBlock, CopyButton, copy_text, unique_id};
use crate::platform::selection;

/// Lines with a button that copies them. Where the browser does not let it, it selects them instead.
#[component]
pub fn CopyableCode(
    #[prop(into)] code: Signal<String>,
    /// What it is, e.g. "curl command".
    label: &'static str,
    /// What the button is called, e.g. "Copy curl command".
    copy: &'static str,
) -> impl IntoView {
    let block = unique_id("code");
    let id = block.clone();
    let select = Callback::new(move |()| {
        if let Ok(Some(code)) = document().query_selector(&format!("#{block} code")) {
            selection::select(&code);
        }
    });
    let actions = move || {
        view! { <CopyButton kind=ButtonKind::Quiet label=copy what=label copy=copy_text(code) on_refused=select /> }
    };
    view! {
        <div id=id>
            <CodeBlock code=move || code.get() label actions />
        </div>
    }
    .into_any()
}
