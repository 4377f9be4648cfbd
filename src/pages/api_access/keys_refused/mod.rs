#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use leptos::prelude::*;

use crate::components::{Alert, AlertKind, Fact, Facts, Moment};
use crate::session::use_session;
use crate::text;

/// By whom, when and why an administrator disabled API access that was granted; nothing otherwise.
#[component]
pub fn KeysRefused(access: Signal<ApiAccess>) -> impl IntoView {
    let session = use_session();
    let status = Memo::new(move |_| access.with(|access| access.status.clone()));
    move || {
        let AccessStatus::Suspended { decided_by, decided_at, reason } = status.get() else { return None };
        let view = view! {
            <Alert kind=AlertKind::Danger title=text!(api_access.refused.title)>
                <p>{text!(api_access.refused.what)}</p>
                <Facts>
                    <Fact name=text!(api_access.refused.by)>{decided_by}</Fact>
                    <Fact name=text!(api_access.refused.at)>
                        <Moment at=decided_at zone=Signal::derive(move || session.time_zone()) />
                    </Fact>
                    <Fact name=text!(api_access.refused.reason)>{reason}</Fact>
                </Facts>
            </Alert>
        };
        Some(view.into_any())
    }
}
