//! What one sees before access is granted: asking, waiting, or refused.

mod ask;
mod denied;
mod pending;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::AccessStatus;
use leptos::prelude::*;

use ask::AskForAccess;
use denied::Denied;
use pending::Pending;

/// `status` is one that is not granted.
#[component]
pub fn RequestPanel(#[prop(into)] status: Signal<AccessStatus>) -> impl IntoView {
    move || match status.get() {
        AccessStatus::Pending { sent_at, reason, .. } => view! { <Pending sent_at reason /> }.into_any(),
        AccessStatus::Denied { decided_by, decided_at, reason } => view! {
            <Denied decided_by decided_at reason />
            <AskForAccess />
        }
        .into_any(),
        _ => view! { <AskForAccess /> }.into_any(),
    }
}
