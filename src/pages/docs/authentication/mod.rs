#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::AUTHENTICATION;
use super::openapi::{Document, Scheme};
use super::operation::heading_id;
use super::prose::Prose;
use crate::text;

/// The ways to prove who is calling.
#[component]
pub fn Authentication(document: Document) -> impl IntoView {
    let heading = heading_id(AUTHENTICATION);
    let schemes = document.schemes().into_iter().map(scheme_view).collect_view();
    view! {
        <section class="docs-group docs-general" id=AUTHENTICATION aria-labelledby=heading>
            <h2 class="docs-group-title" id=heading.clone() tabindex="-1">{text!(docs.authentication.title)}</h2>
            <p class="docs-prose">{text!(docs.authentication.intro)}</p>
            <dl class="docs-schemes">{schemes}</dl>
        </section>
    }
    .into_any()
}

fn scheme_view(scheme: Scheme) -> AnyView {
    let place = match scheme.place.as_str() {
        "header" => text!(docs.place.header),
        "cookie" => text!(docs.place.cookie),
        "query" => text!(docs.place.query),
        _ => "HTTP",
    };
    view! {
        <div class="docs-scheme">
            <dt><code class="docs-member-name" translate="no">{scheme.id}</code></dt>
            <dd>
                <p class="docs-media">{place}" "<code translate="no">{scheme.name}</code></p>
                <Prose text=scheme.description />
            </dd>
        </div>
    }
    .into_any()
}
