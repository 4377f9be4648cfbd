use latchkey_contract::resource::ResourceState;
use leptos::prelude::*;

use super::StateBadge;
use crate::preview::Story;

const STATES: [ResourceState; 10] = [
    ResourceState::Creating,
    ResourceState::Starting,
    ResourceState::Running,
    ResourceState::Stopping,
    ResourceState::Stopped,
    ResourceState::Destroying,
    ResourceState::Error,
    ResourceState::Ready,
    ResourceState::Disabled,
    ResourceState::Unknown,
];

pub fn stories() -> Vec<Story> {
    vec![Story::new("State badge", "Every state", || {
        let badges = STATES.map(|state| view! { <StateBadge state /> }).collect_view();
        view! { <div class="cluster">{badges}</div> }.into_any()
    })]
}
