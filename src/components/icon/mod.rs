mod name;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

pub use name::IconName;

/// A decorative icon, as large as the text around it. What it means must be said in words beside it.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            aria-hidden="true"
            focusable="false"
            inner_html=name.paths()
        ></svg>
    }
    .into_any()
}

/// Turns while something is being worked on. Say so in words too.
#[component]
pub fn Spinner() -> impl IntoView {
    view! { <span class="spinner" aria-hidden="true"></span> }.into_any()
}
