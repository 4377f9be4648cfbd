use leptos::prelude::*;

use crate::pages::docs::element::{Element, element, name, required, words};
use crate::pages::docs::openapi::{Document, Operation, Parameter, schema};
use crate::pages::docs::prose::prose;
use crate::pages::docs::schema_tree::{details, in_words};
use crate::text;

/// What an operation takes beside its body; nothing if it takes nothing.
pub(super) fn view(document: &Document, operation: &Operation) -> Vec<AnyView> {
    if operation.parameters.is_empty() {
        return Vec::new();
    }
    let items = operation.parameters.iter().map(|parameter| item(document, parameter)).collect();
    vec![Element::new("h4").with_text(text!(docs.parameters)), element("ul", "docs-members", items)]
}

fn item(document: &Document, parameter: &Parameter) -> AnyView {
    let shape = schema::shape(document, &parameter.schema);
    let place = match parameter.place.as_str() {
        "path" => text!(docs.place.path),
        "query" => text!(docs.place.query),
        "header" => text!(docs.place.header),
        _ => text!(docs.place.cookie),
    };
    let kind = element("span", "docs-type", vec![words(format!("{}, {place}", in_words(&shape)))]);
    let mut head = vec![name(parameter.name.as_str()), words(" "), kind];
    if parameter.required {
        head.extend([words(" "), required(text!(docs.required))]);
    }
    let mut parts = vec![element("p", "docs-member-head", head)];
    parts.extend(prose(&parameter.description));
    parts.extend(details(&shape));
    element("li", "docs-member", parts)
}
