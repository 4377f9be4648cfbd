use latchkey_contract::admin::UserAccess;
use latchkey_contract::api_access::AccessState;
use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::text;

/// Tells an administrator who came second what the first one did.
#[component]
pub(super) fn Conflict(user: Signal<Option<UserAccess>>) -> impl IntoView {
    move || {
        let words = user.with(|user| user.as_ref().map(in_words))?;
        Some(view! { <Alert kind=AlertKind::Warning live=true>{words}</Alert> }.into_any())
    }
}

fn in_words(user: &UserAccess) -> String {
    let by = user.decision.as_ref().map(|decision| decision.decided_by.clone());
    let user = (user.state, user.user_name.clone());
    match (user, by) {
        ((AccessState::Approved, user), Some(by)) => {
            text!(admin.users.conflict.approved, user = user, by = by)
        }
        ((AccessState::Suspended, user), Some(by)) => {
            text!(admin.users.conflict.suspended, user = user, by = by)
        }
        ((_, user), _) => text!(admin.users.conflict.changed, user = user),
    }
}
