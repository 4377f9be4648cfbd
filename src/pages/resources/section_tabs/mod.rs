#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::Kind;

/// Links to the lists of a page, each of which has an address of its own.
#[component]
pub fn SectionTabs(
    /// What the page is called.
    label: &'static str,
    kinds: &'static [Kind],
    here: Kind,
) -> impl IntoView {
    let link = |kind: &Kind| {
        let current = (*kind == here).then_some("page");
        view! { <li><a class="tab" href=kind.place().path() aria-current=current>{kind.name()}</a></li> }
            .into_any()
    };
    view! {
        <nav class="section-tabs" aria-label=label>
            <ul class="tab-list">{kinds.iter().map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
