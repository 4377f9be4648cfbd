use latchkey_contract::Timestamp;
use leptos::prelude::*;

use crate::components::{BadgeKind, Fact, Facts, Moment, StatusBadge};
use crate::session::use_session;
use crate::text;

/// By whom, when and why a request was denied.
#[component]
pub(super) fn Denied(decided_by: String, decided_at: Timestamp, reason: String) -> impl IntoView {
    let session = use_session();
    view! {
        <div class="access-request">
            <StatusBadge kind=BadgeKind::Danger>{text!(api_access.request.denied)}</StatusBadge>
            <p>{text!(api_access.request.denied_what)}</p>
            <Facts>
                <Fact name=text!(api_access.request.denied_by)>{decided_by}</Fact>
                <Fact name=text!(api_access.request.denied_at)>
                    <Moment at=decided_at zone=Signal::derive(move || session.time_zone()) />
                </Fact>
                <Fact name=text!(api_access.request.reason)>{reason}</Fact>
            </Facts>
        </div>
    }
    .into_any()
}
