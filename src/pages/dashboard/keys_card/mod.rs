#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::CredentialState;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::usage::{ApiUsage, CallCounts, KeyUsage};
use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{BadgeKind, EmptyState, Loaded, SectionCard, Skeleton, StatusBadge};
use crate::i18n::format;
use crate::live::use_live;
use crate::pages::api_access::api_key::LastUsed;
use crate::reading::read;
use crate::text;

/// What the reader's API keys are used for: requests of the last 24 hours, and each key with its last use.
#[component]
pub fn KeysCard() -> impl IntoView {
    let api = use_api();
    let reading = read(move || api.api_usage());
    use_live().on_event(move |event| {
        if matches!(
            event,
            LiveEvent::KeyUsed
                | LiveEvent::CredentialsChanged
                | LiveEvent::AccessChanged { .. }
                | LiveEvent::Reset
        ) {
            reading.again();
        }
    });
    let ready = |usage: Signal<ApiUsage>| (move || usage.with(usage_of)).into_any();
    view! {
        <SectionCard title=text!(dashboard.keys.title)>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=4 /> }
                is_empty=|usage: &ApiUsage| usage.keys.is_empty()
                empty=|| {
                    view! {
                        <EmptyState title=text!(dashboard.keys.none)>
                            <p>{text!(dashboard.keys.none_what)}</p>
                        </EmptyState>
                    }
                }
                on_retry=move |()| reading.again()
                ready
            />
        </SectionCard>
    }
    .into_any()
}

fn usage_of(usage: &ApiUsage) -> AnyView {
    let keys = usage.keys.iter().map(key).collect_view();
    view! {
        {counts(usage.calls)}
        <ul class="dashboard-keys">{keys}</ul>
    }
    .into_any()
}

fn counts(calls: CallCounts) -> AnyView {
    let count = |name: &'static str, number| {
        view! { <div><dt>{name}</dt><dd>{format::number(number)}</dd></div> }
    };
    view! {
        <h3 class="dashboard-subtitle">{text!(dashboard.keys.last_day)}</h3>
        <dl class="dashboard-counts">
            {count(text!(dashboard.keys.success), calls.success)}
            {count(text!(dashboard.keys.refused), calls.client_error)}
            {count(text!(dashboard.keys.failed), calls.server_error)}
        </dl>
    }
    .into_any()
}

fn key(usage: &KeyUsage) -> AnyView {
    let (kind, state) = match usage.state {
        CredentialState::Active => (BadgeKind::Success, text!(dashboard.keys.active)),
        CredentialState::Revoked => (BadgeKind::Neutral, text!(dashboard.keys.revoked)),
    };
    let used = match usage.last_used.clone() {
        Some(last) => view! { <LastUsed last /> }.into_any(),
        None => text!(api_access.api_key.never_used).into_any(),
    };
    view! {
        <li>
            <p class="dashboard-key-name">
                <code translate="no">{usage.api_key.clone()}</code>
                <StatusBadge kind>{state}</StatusBadge>
            </p>
            <p class="dashboard-key-use">{used}</p>
        </li>
    }
    .into_any()
}
