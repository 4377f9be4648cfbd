#[cfg(feature = "stories")]
pub mod stories;
mod words;

use leptos::prelude::*;

use super::element::{Element, code, element, name, required, words as plain};
use super::openapi::{Member, Shape};
use super::prose::prose;
use crate::text;

pub use words::in_words;

/// What a body looks like: its members, theirs in turn, and which of them must be there.
pub fn schema_tree(shape: &Shape) -> AnyView {
    let kind = Element::new("code").class("docs-type").untranslated().with_text(in_words(shape));
    let mut parts = vec![element("p", "docs-schema-kind", vec![kind])];
    parts.extend(prose(&shape.description));
    parts.extend(details(shape));
    element("div", "docs-schema", parts)
}

/// What there is to say of a shape beyond kind and description: values, limits, members.
pub fn details(shape: &Shape) -> Vec<AnyView> {
    let mut parts = Vec::new();
    if !shape.values.is_empty() {
        parts.push(values(&shape.values));
    }
    let limits: Vec<String> = shape
        .limits
        .iter()
        .cloned()
        .chain(shape.default.iter().map(|value| format!("default: {value}")))
        .collect();
    if !limits.is_empty() {
        parts.push(element("p", "docs-limits", vec![code(limits.join(" · "))]));
    }
    if !shape.members.is_empty() {
        parts.push(element("ul", "docs-members", shape.members.iter().map(member).collect()));
    }
    if !shape.choices.is_empty() {
        parts.push(element("p", "docs-values", vec![plain(text!(docs.one_of_these))]));
        parts.push(element("ul", "docs-choices", shape.choices.iter().map(choice).collect()));
    }
    parts
}

fn values(values: &[String]) -> AnyView {
    let label = if values.len() == 1 { text!(docs.always) } else { text!(docs.one_of) };
    let mut parts = vec![plain(label)];
    for (index, value) in values.iter().enumerate() {
        parts.push(plain(if index == 0 { " " } else { ", " }));
        parts.push(code(value.as_str()));
    }
    element("p", "docs-values", parts)
}

fn member(member: &Member) -> AnyView {
    let Member { shape, .. } = member;
    let kind = element("span", "docs-type", vec![plain(in_words(shape))]);
    let mut head = vec![name(member.name.as_str()), plain(" "), kind];
    if member.required {
        head.extend([plain(" "), required(text!(docs.required))]);
    }
    let mut parts = vec![element("p", "docs-member-head", head)];
    parts.extend(prose(&shape.description));
    parts.extend(details(shape));
    element("li", "docs-member", parts)
}

fn choice(shape: &Shape) -> AnyView {
    let mut parts = vec![element("p", "docs-member-head", vec![name(words::name_of_choice(shape))])];
    parts.extend(prose(&shape.description));
    // A lone value is its name already.
    if !(shape.members.is_empty() && shape.values.len() == 1) {
        parts.extend(details(shape));
    }
    element("li", "docs-choice", parts)
}
