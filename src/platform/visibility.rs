//! Whether anybody can see this tab.

use leptos::prelude::*;
use web_sys::VisibilityState;

use super::events::{on_document, on_window};

pub fn is_hidden() -> bool {
    document().visibility_state() == VisibilityState::Hidden
}

/// Calls `act` when the tab is hidden or the page is left, also into the back-forward cache.
pub fn on_hidden(act: impl Fn() + Clone + 'static) {
    let left = act.clone();
    on_window("pagehide", move |_| left());
    on_document("visibilitychange", move |_| {
        if is_hidden() {
            act();
        }
    });
}

/// Calls `act` when the reader comes back to this tab.
pub fn on_seen(act: impl Fn() + Clone + 'static) {
    let focused = act.clone();
    on_window("focus", move |_| focused());
    on_document("visibilitychange", move |_| {
        if !is_hidden() {
            act();
        }
    });
}
