mod examples;
mod parameters;
mod replies;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::element::{Element, code, element, required, words};
use super::openapi::example::Bases;
use super::openapi::{Body, Document, Operation, schema};
use super::prose::prose;
use super::schema_tree::schema_tree;
use super::{AUTHENTICATION, address_of};
use crate::components::{BadgeKind, StatusBadge};
use crate::text;

/// One operation: what it does, what it takes, what it answers, and a command that calls it.
pub fn operation_view(document: &Document, operation: &Operation, bases: Signal<Bases>) -> AnyView {
    let heading = heading_id(&operation.id);
    let mut said =
        vec![element("p", "docs-summary", vec![words(operation.summary.as_str())]), needs(operation)];
    said.extend(prose(&operation.description));
    said.extend(parameters::view(document, operation));
    if let Some(body) = &operation.body {
        said.extend(request_body(document, body));
    }
    said.extend(replies::view(document, operation));
    let parts = vec![
        head(operation, &heading),
        element("div", "docs-operation-said", said),
        element("div", "docs-operation-examples", examples::view(document, operation, bases)),
    ];
    Element::new("article").class("docs-operation").id(&operation.id).labelled_by(&heading).with(parts)
}

/// The method, in a colour that repeats what the word says.
pub fn method(method: &str) -> AnyView {
    let class = match method {
        "GET" | "HEAD" | "OPTIONS" => "docs-method",
        "DELETE" => "docs-method docs-method-removes",
        _ => "docs-method docs-method-acts",
    };
    Element::new("span").class(class).untranslated().with_text(method)
}

/// The id of an operation's heading, which takes the focus.
pub fn heading_id(operation: &str) -> String {
    format!("{operation}-heading")
}

fn head(operation: &Operation, heading: &str) -> AnyView {
    let path = Element::new("code").class("docs-path").untranslated().with_text(operation.path.as_str());
    let title = Element::new("h3").class("docs-operation-title").id(heading).focusable();
    let anchor = Element::new("a")
        .class("docs-anchor")
        .href(address_of(&operation.id))
        .label(text!(docs.link_to, operation = format!("{} {}", operation.method, operation.path)));
    let parts = vec![title.with(vec![method(&operation.method), words(" "), path]), anchor.with_text("#")];
    element("header", "docs-operation-head", parts)
}

fn needs(operation: &Operation) -> AnyView {
    let mut parts = Vec::new();
    if operation.is_public() {
        parts.push(words(text!(docs.needs_nothing)));
    } else {
        let any: Vec<String> = operation.security.iter().map(|all| all.join(" + ")).collect();
        let link = Element::new("a").href(address_of(AUTHENTICATION)).with(vec![code(any.join(" / "))]);
        parts.extend([words(text!(docs.needs)), words(" "), link]);
    }
    if operation.deprecated {
        parts.push(
            view! { <StatusBadge kind=BadgeKind::Warning>{text!(docs.deprecated)}</StatusBadge> }.into_any(),
        );
    }
    element("p", "docs-needs", parts)
}

fn request_body(document: &Document, body: &Body) -> Vec<AnyView> {
    let mut media = vec![code(body.media_type.as_str())];
    if body.required {
        media.extend([words(" "), required(text!(docs.required))]);
    }
    let mut parts =
        vec![Element::new("h4").with_text(text!(docs.request_body)), element("p", "docs-media", media)];
    parts.extend(prose(&body.description));
    parts.push(schema_tree(&schema::shape(document, &body.schema)));
    parts
}
