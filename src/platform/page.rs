//! The page as a whole.

use leptos::prelude::{document, window};

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Loads the page anew, from nothing.
pub fn reload() {
    _ = window().location().reload();
}

/// Loads the page anew, from nothing, without what was chosen on it.
#[expect(clippy::disallowed_methods, reason = "the address begins with this page's own origin")]
pub fn start_over() {
    let location = window().location();
    // A path that begins with `//` names a host where no origin stands before it.
    _ = location.pathname().and_then(|path| location.replace(&(origin() + &path)));
}

/// Scheme, host and port, e.g. `https://portal.example`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Where the reader is: path, query and fragment.
pub fn address() -> String {
    let location = window().location();
    [location.pathname(), location.search(), location.hash()].into_iter().filter_map(Result::ok).collect()
}

/// What follows the `#` of the address; empty if nothing does.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}
