use leptos::prelude::*;

use crate::components::{BadgeKind, StatusBadge};
use crate::pages::docs::element::{Element, code, element, words};
use crate::pages::docs::openapi::{Document, Operation, Reply, schema};
use crate::pages::docs::prose::{line, prose};
use crate::pages::docs::schema_tree::schema_tree;
use crate::pages::docs::{PROBLEMS, address_of};
use crate::text;

/// A header of every answer, which the section on errors describes once for all.
const REQUEST_ID: &str = "X-Request-Id";

/// What an operation answers: successes, then errors.
pub(super) fn view(document: &Document, operation: &Operation) -> Vec<AnyView> {
    let (successes, errors): (Vec<&Reply>, Vec<&Reply>) =
        operation.replies.iter().partition(|reply| reply.is_success());
    let items = |replies: &[&Reply]| replies.iter().map(|reply| item(document, reply)).collect();
    let mut parts = vec![
        Element::new("h4").with_text(text!(docs.replies)),
        element("ul", "docs-replies", items(&successes)),
    ];
    if !errors.is_empty() {
        let link = Element::new("a").href(address_of(PROBLEMS)).with_text(text!(docs.problem_link));
        parts.push(Element::new("h4").with(vec![words(text!(docs.errors))]));
        parts.push(element(
            "p",
            "docs-media",
            vec![words(text!(docs.each_is)), words(" "), link, words(".")],
        ));
        parts.push(element("ul", "docs-replies", items(&errors)));
    }
    parts
}

fn item(document: &Document, reply: &Reply) -> AnyView {
    let kind = if reply.is_success() { BadgeKind::Success } else { BadgeKind::Danger };
    let status = reply.status.clone();
    let badge = view! { <StatusBadge kind>{status}</StatusBadge> }.into_any();
    let said = Element::new("div").with(prose(&reply.description));
    let mut parts = vec![element("div", "docs-reply-head", vec![badge, said])];
    for (name, description) in reply.headers.iter().filter(|(name, _)| name != REQUEST_ID) {
        let mut header = vec![code(name.as_str()), words(" ")];
        header.extend(line(description));
        parts.push(element("p", "docs-header", header));
    }
    // All problems look alike, so they are described once for all.
    if let Some(body) = reply.body.as_ref().filter(|body| body.media_type != "application/problem+json") {
        parts.push(element("p", "docs-media", vec![code(body.media_type.as_str())]));
        parts.push(schema_tree(&schema::shape(document, &body.schema)));
    }
    element("li", "docs-reply", parts)
}
