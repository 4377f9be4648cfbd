use leptos::prelude::*;

/// Somebody by name and e-mail address, however long those are.
#[component]
pub(in crate::pages) fn Person(name: String, email: String) -> impl IntoView {
    view! {
        <div class="person">
            <span class="person-name">{name}</span>
            <span class="person-email">{email}</span>
        </div>
    }
    .into_any()
}
