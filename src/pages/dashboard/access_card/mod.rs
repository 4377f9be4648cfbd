mod states;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::{AccessState, ApiAccess};
use leptos::prelude::*;

use crate::access::use_access;
use crate::components::{ApiEmblem, BadgeKind, Loaded, SectionCard, Skeleton, StatusBadge};
use crate::text;

/// Where the reader's API access stands, and the next step.
#[component]
pub fn AccessCard() -> impl IntoView {
    let access = use_access();
    let state = access.state();
    let badge = move || {
        state.get().map(|state| {
            let (kind, words) = badge_of(state);
            view! { <StatusBadge kind>{words}</StatusBadge> }
        })
    };
    let ready = |access: Signal<ApiAccess>| {
        view! {
            <div class="dashboard-access">
                <ApiEmblem />
                <div class="dashboard-access-said">{move || access.with(states::view)}</div>
            </div>
        }
        .into_any()
    };
    view! {
        <SectionCard title=text!(dashboard.access.title) actions=move || badge.into_any()>
            <Loaded
                state=access.load()
                loading=|| view! { <Skeleton lines=3 emblem=true /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| access.again()
                ready
            />
        </SectionCard>
    }
    .into_any()
}

fn badge_of(state: AccessState) -> (BadgeKind, &'static str) {
    match state {
        AccessState::Disabled => (BadgeKind::Neutral, text!(dashboard.access.badge.disabled)),
        AccessState::Pending => (BadgeKind::Info, text!(dashboard.access.badge.pending)),
        AccessState::Denied => (BadgeKind::Warning, text!(dashboard.access.badge.denied)),
        AccessState::Approved => (BadgeKind::Success, text!(dashboard.access.badge.approved)),
        AccessState::Suspended => (BadgeKind::Danger, text!(dashboard.access.badge.suspended)),
    }
}
