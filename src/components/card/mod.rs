#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::unique_id;

/// A white sheet on the page.
#[component]
pub fn Card(children: Children) -> impl IntoView {
    view! { <div class="card"><div class="card-body">{children()}</div></div> }.into_any()
}

/// A card with a grey bar that carries its heading, an `h2`. `actions` stand at the bar's end.
#[component]
pub fn SectionCard(
    #[prop(into)] title: TextProp,
    #[prop(optional, into)] actions: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let heading = unique_id("section");
    let labelledby = heading.clone();
    view! {
        <section class="card" aria-labelledby=labelledby>
            <div class="card-bar">
                <h2 class="card-bar-title" id=heading>{move || title.get()}</h2>
                {actions.map(|actions| view! { <div class="card-bar-actions">{actions.run()}</div> })}
            </div>
            <div class="card-body">{children()}</div>
        </section>
    }
    .into_any()
}
