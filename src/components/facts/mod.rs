#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

/// A short list of names and what they stand for. The children are [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }.into_any()
}

/// A line of [`Facts`].
#[component]
pub fn Fact(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="fact">
            <dt class="fact-name">{name}</dt>
            <dd class="fact-value">{children()}</dd>
        </div>
    }
    .into_any()
}
