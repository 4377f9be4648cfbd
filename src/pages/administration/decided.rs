use latchkey_contract::admin::Decision;
use leptos::prelude::*;

use crate::components::{BadgeKind, Moment, StatusBadge};
use crate::session::use_session;
use crate::text;

/// Where something stands, and by whom, when and why it came to that.
#[component]
pub(in crate::pages) fn Decided(
    kind: BadgeKind,
    state: &'static str,
    decision: Option<Decision>,
) -> impl IntoView {
    let session = use_session();
    let decision = decision.map(|Decision { decided_by, decided_at, reason }| {
        view! {
            <p class="decided-by">
                {text!(admin.by, name = decided_by)}", "
                <Moment at=decided_at zone=Signal::derive(move || session.time_zone()) />
            </p>
            {reason.map(|reason| view! { <p class="decided-why">{reason}</p> })}
        }
    });
    view! {
        <div class="decided">
            <StatusBadge kind>{state}</StatusBadge>
            {decision}
        </div>
    }
    .into_any()
}
