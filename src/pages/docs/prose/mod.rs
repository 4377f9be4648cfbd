#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

/// A description of the document: paragraphs between blank lines, list items after `- `, and `code` between backticks.
/// The rest of Markdown is shown as it stands.
#[component]
pub fn Prose(#[prop(into)] text: String) -> impl IntoView {
    text.split("\n\n").filter(|part| !part.trim().is_empty()).map(block).collect_view().into_any()
}

fn block(text: &str) -> AnyView {
    let text = text.trim();
    match text.strip_prefix("- ") {
        Some(items) => {
            let items = items.split("\n- ").map(|item| view! { <li>{words(item)}</li> }).collect_view();
            view! { <ul class="docs-prose">{items}</ul> }.into_any()
        }
        None => view! { <p class="docs-prose">{words(text)}</p> }.into_any(),
    }
}

/// Every second part, cut at backticks, is code.
fn words(text: &str) -> AnyView {
    let text = text.replace("[`", "`").replace("`]", "`");
    let part = |(index, part): (usize, &str)| match index % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <code translate="no">{own_name(part)}</code> }.into_any(),
    };
    text.split('`').enumerate().map(part).collect_view().into_any()
}

/// A Rust path says to readers of the API only what it ends with.
fn own_name(code: &str) -> String {
    code.rsplit("::").next().unwrap_or(code).to_owned()
}
