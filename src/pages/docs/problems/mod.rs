#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::element::Element;
use super::openapi::{Document, schema};
use super::prose::prose;
use super::schema_tree::schema_tree;
use super::{PROBLEMS, general_section};
use crate::text;

/// What every error looks like, and the types that it can have.
pub fn problems(document: &Document) -> AnyView {
    let tree = |name: &str| document.schema(name).map(|schema| schema_tree(&schema::shape(document, schema)));
    let mut parts = prose(text!(docs.problems.intro));
    parts.extend(tree("Problem"));
    if let Some(restapi) = tree("RestapiProblem") {
        parts.extend([Element::new("h3").with_text(text!(docs.problems.restapi)), restapi]);
    }
    general_section(PROBLEMS, text!(docs.problems.title), parts)
}
