use leptos::prelude::*;

use crate::components::Spinner;
use crate::text;

/// While the backend is asked who is signed in.
#[component]
pub fn Starting() -> impl IntoView {
    view! {
        <main class="starting" id="main">
            <Spinner />
            <p class="visually-hidden" role="status">{text!(common.loading)}</p>
        </main>
    }
    .into_any()
}
