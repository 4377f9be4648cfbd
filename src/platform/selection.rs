//! Marking text, so that it can be copied by hand where the clipboard is out of reach.

use leptos::prelude::window;
use web_sys::Element;

/// Selects all the text in `element`.
pub fn select(element: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        _ = selection.select_all_children(element);
    }
}

/// The keys that copy what is selected on this machine, e.g. `Ctrl+C`.
pub fn copy_keys() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    if ["Mac", "iPhone", "iPad"].iter().any(|apple| platform.starts_with(apple)) { "⌘C" } else { "Ctrl+C" }
}
