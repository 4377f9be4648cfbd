use latchkey_contract::Timestamp;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::access::use_access;
use crate::api::{ApiError, use_api};
use crate::components::{BadgeKind, Button, Fact, Facts, Failure, IconName, Moment, StatusBadge};
use crate::session::use_session;
use crate::text;

/// A request that nobody has decided on yet.
#[component]
pub(super) fn Pending(sent_at: Timestamp, reason: Option<String>) -> impl IntoView {
    let api = use_api();
    let access = use_access();
    let session = use_session();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let withdraw = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api.withdraw_request().await;
            busy.try_set(false);
            match answer {
                Ok(now) => access.put(now),
                // Decided, or withdrawn in another window: show what there is.
                Err(error) if error.is_wrong_state() => access.again(),
                Err(error) => _ = failure.try_set(Some(error)),
            }
        });
    };
    let reason = reason.unwrap_or_else(|| text!(api_access.request.no_reason).to_owned());
    view! {
        <div class="access-request">
            <StatusBadge kind=BadgeKind::Warning>{text!(api_access.request.pending)}</StatusBadge>
            <p>{text!(api_access.request.waiting)}</p>
            <Facts>
                <Fact name=text!(api_access.request.sent)>
                    <Moment at=sent_at zone=Signal::derive(move || session.time_zone()) />
                </Fact>
                <Fact name=text!(api_access.request.reason)>{reason}</Fact>
            </Facts>
            <Button icon=IconName::WITHDRAW busy on_press=withdraw>{text!(api_access.request.withdraw)}</Button>
            <Failure title=text!(api_access.request.not_withdrawn) error=failure />
        </div>
    }
    .into_any()
}
