use latchkey_contract::admin::{AccessRequest, RequestState};
use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::text;

/// Tells an administrator who came second what the first one did.
#[component]
pub(super) fn Conflict(request: Signal<Option<AccessRequest>>) -> impl IntoView {
    move || {
        let words = request.with(|request| request.as_ref().map(in_words))?;
        Some(view! { <Alert kind=AlertKind::Warning live=true>{words}</Alert> }.into_any())
    }
}

fn in_words(request: &AccessRequest) -> String {
    let user = request.user_name.clone();
    let by = request.decision.as_ref().map(|decision| decision.decided_by.clone());
    match (request.state, by) {
        (RequestState::Approved, Some(by)) => text!(admin.requests.conflict.approved, by = by, user = user),
        (RequestState::Denied, Some(by)) => text!(admin.requests.conflict.denied, by = by, user = user),
        (RequestState::Withdrawn, _) => text!(admin.requests.conflict.withdrawn, user = user),
        _ => text!(admin.requests.conflict.changed, user = user),
    }
}
