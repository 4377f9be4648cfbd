#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::element::{Element, code, element, words};

/// A description of the document: paragraphs between blank lines, list items after `- `, and `code` between backticks.
/// The rest of Markdown is shown as it stands.
pub fn prose(text: &str) -> Vec<AnyView> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(block).collect()
}

/// One line of it.
pub fn line(text: &str) -> Vec<AnyView> {
    let text = text.replace("[`", "`").replace("`]", "`");
    // Every second part, cut at backticks, is code.
    let part = |(index, part): (usize, &str)| match index % 2 {
        0 => words(part),
        _ => code(own_name(part)),
    };
    text.split('`').enumerate().filter(|(_, part)| !part.is_empty()).map(part).collect()
}

fn block(text: &str) -> AnyView {
    match text.strip_prefix("- ") {
        Some(items) => {
            let items = items.split("\n- ").map(|item| Element::new("li").with(line(item))).collect();
            element("ul", "docs-prose", items)
        }
        None => element("p", "docs-prose", line(text)),
    }
}

/// A Rust path says to readers of the API only what it ends with.
fn own_name(code: &str) -> &str {
    code.rsplit("::").next().unwrap_or(code)
}
