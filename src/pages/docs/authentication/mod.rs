#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::element::{Element, code, element, name, words};
use super::openapi::{Document, Scheme};
use super::prose::prose;
use super::{AUTHENTICATION, general_section};
use crate::text;

/// The ways to prove who is calling.
pub fn authentication(document: &Document) -> AnyView {
    let schemes = element("dl", "docs-schemes", document.schemes().into_iter().map(scheme).collect());
    let mut parts = prose(text!(docs.authentication.intro));
    parts.push(schemes);
    general_section(AUTHENTICATION, text!(docs.authentication.title), parts)
}

fn scheme(scheme: Scheme) -> AnyView {
    let place = match scheme.place.as_str() {
        "header" => text!(docs.place.header),
        "cookie" => text!(docs.place.cookie),
        "query" => text!(docs.place.query),
        _ => "HTTP",
    };
    let mut said = vec![element("p", "docs-media", vec![words(place), words(" "), code(scheme.name)])];
    said.extend(prose(&scheme.description));
    let parts = vec![Element::new("dt").with(vec![name(scheme.id)]), Element::new("dd").with(said)];
    element("div", "docs-scheme", parts)
}
