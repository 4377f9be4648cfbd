#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::PROBLEMS;
use super::openapi::{Document, schema};
use super::operation::heading_id;
use super::schema_tree::SchemaTree;
use crate::text;

/// What every error looks like, and the types that it can have.
#[component]
pub fn Problems(document: Document) -> impl IntoView {
    let heading = heading_id(PROBLEMS);
    let of = |name: &str| {
        let shape = document.schema(name).map(|schema| schema::shape(&document, schema));
        shape.map(|shape| view! { <SchemaTree shape /> })
    };
    let restapi = of("RestapiProblem").map(|tree| {
        view! {
            <h3>{text!(docs.problems.restapi)}</h3>
            {tree}
        }
    });
    view! {
        <section class="docs-group docs-general" id=PROBLEMS aria-labelledby=heading>
            <h2 class="docs-group-title" id=heading.clone() tabindex="-1">{text!(docs.problems.title)}</h2>
            <p class="docs-prose">{text!(docs.problems.intro)}</p>
            {of("Problem")}
            {restapi}
        </section>
    }
    .into_any()
}
