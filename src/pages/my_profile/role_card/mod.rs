#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::text;

/// Names the role of whoever is signed in.
#[component]
pub fn RoleCard(#[prop(into)] role: Signal<String>) -> impl IntoView {
    view! {
        <div class="role-card">
            <Icon name=IconName::USER />
            <p class="role-card-label">{text!(profile.role)}</p>
            <p class="role-card-name">{move || role.get()}</p>
        </div>
    }
    .into_any()
}
