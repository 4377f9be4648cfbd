#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::resource::ResourceState;
use leptos::prelude::*;

use crate::components::{BadgeKind, StatusBadge};
use crate::text;

/// How a resource is, in a word.
#[component]
pub fn StateBadge(state: ResourceState) -> impl IntoView {
    let (kind, word) = match state {
        ResourceState::Creating => (BadgeKind::Info, text!(resources.state.creating)),
        ResourceState::Starting => (BadgeKind::Info, text!(resources.state.starting)),
        ResourceState::Running => (BadgeKind::Success, text!(resources.state.running)),
        ResourceState::Stopping => (BadgeKind::Info, text!(resources.state.stopping)),
        ResourceState::Stopped => (BadgeKind::Neutral, text!(resources.state.stopped)),
        ResourceState::Destroying => (BadgeKind::Warning, text!(resources.state.destroying)),
        ResourceState::Error => (BadgeKind::Danger, text!(resources.state.error)),
        ResourceState::Ready => (BadgeKind::Success, text!(resources.state.ready)),
        ResourceState::Disabled => (BadgeKind::Neutral, text!(resources.state.disabled)),
        ResourceState::Unknown => (BadgeKind::Neutral, text!(resources.state.unknown)),
    };
    view! { <StatusBadge kind>{word}</StatusBadge> }.into_any()
}
