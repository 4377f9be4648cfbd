use leptos::prelude::*;

use crate::app::Navigation;

/// Asks before the current page is left, while `dirty` is true: by link, by the browser's back button, by
/// closing the tab. Call it in the page's component. Without a router above, as in a story, nothing is
/// guarded.
pub fn guard_unsaved(dirty: Signal<bool>) {
    if let Some(navigation) = use_context::<Navigation>() {
        navigation.guard(dirty);
    }
}
