#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::text;

/// Grey bars where text will be. Shown only after a moment, so that a quick answer does not flicker.
#[component]
pub fn Skeleton(
    #[prop(default = 3)] lines: usize,
    /// With a round picture above, as the panel of API access has.
    #[prop(optional)]
    emblem: bool,
) -> impl IntoView {
    let bars =
        (0..lines).map(|_| view! { <span class="skeleton-line"></span> }.into_any()).collect::<Vec<_>>();
    view! {
        <div class="skeleton" class:skeleton-centered=emblem>
            <span class="visually-hidden">{text!(common.loading)}</span>
            {emblem.then(|| view! { <span class="skeleton-emblem"></span> })}
            {bars}
        </div>
    }
    .into_any()
}
