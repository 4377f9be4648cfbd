#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::openapi::{Kind, Member, Shape};
use super::prose::Prose;
use crate::text;

/// What a body looks like: its members, theirs in turn, and which of them must be there.
#[component]
pub fn SchemaTree(shape: Shape) -> impl IntoView {
    view! {
        <div class="docs-schema">
            <p class="docs-schema-kind"><code class="docs-type" translate="no">{in_words(&shape)}</code></p>
            <Prose text=shape.description.clone() />
            {details(&shape)}
        </div>
    }
    .into_any()
}

/// What there is to say of a shape beyond its kind: values, limits, members.
#[component]
pub fn Details(shape: Shape) -> impl IntoView {
    details(&shape)
}

/// The kind of a shape, e.g. `string (uuid) or null`, `list of Activity`.
pub fn in_words(shape: &Shape) -> String {
    let name = || if shape.name.is_empty() { "object".to_owned() } else { shape.name.clone() };
    let kind = match &shape.kind {
        Kind::Any => text!(docs.kind.any).to_owned(),
        Kind::Plain(kind) => kind.clone(),
        Kind::Object => name(),
        Kind::Map => text!(docs.kind.map, of = name()),
        Kind::List => text!(docs.kind.list, of = name()),
        Kind::Choice if shape.name.is_empty() => text!(docs.kind.choice).to_owned(),
        Kind::Choice => name(),
        Kind::Seen => text!(docs.kind.seen, name = name()),
    };
    let kind = if shape.format.is_empty() { kind } else { format!("{kind} ({})", shape.format) };
    if shape.nullable { text!(docs.kind.or_null, kind = kind) } else { kind }
}

fn details(shape: &Shape) -> AnyView {
    view! {
        {values(shape)}
        {limits(shape)}
        {members(&shape.members)}
        {choices(&shape.choices)}
    }
    .into_any()
}

fn values(shape: &Shape) -> Option<AnyView> {
    let (first, more) = shape.values.split_first()?;
    let label = if more.is_empty() { text!(docs.always) } else { text!(docs.one_of) };
    let more = more.iter().map(|value| view! { ", "<code translate="no">{value.clone()}</code> }.into_any());
    let more = more.collect_view();
    Some(
        view! { <p class="docs-values">{label}" "<code translate="no">{first.clone()}</code>{more}</p> }
            .into_any(),
    )
}

fn limits(shape: &Shape) -> Option<AnyView> {
    let default = shape.default.iter().map(|value| format!("default: {value}"));
    let all: Vec<String> = shape.limits.iter().cloned().chain(default).collect();
    (!all.is_empty()).then(|| {
        view! { <p class="docs-limits"><code translate="no">{all.join(" · ")}</code></p> }.into_any()
    })
}

fn members(members: &[Member]) -> Option<AnyView> {
    let items = members.iter().map(member).collect_view();
    (!members.is_empty()).then(|| view! { <ul class="docs-members">{items}</ul> }.into_any())
}

fn member(member: &Member) -> AnyView {
    view! {
        <li class="docs-member">
            <p class="docs-member-head">
                <code class="docs-member-name" translate="no">{member.name.clone()}</code>
                " "
                <span class="docs-type">{in_words(&member.shape)}</span>
                {member.required.then(|| view! { " "<span class="docs-required">{text!(docs.required)}</span> })}
            </p>
            <Prose text=member.shape.description.clone() />
            {details(&member.shape)}
        </li>
    }
    .into_any()
}

fn choices(choices: &[Shape]) -> Option<AnyView> {
    let items = choices.iter().map(choice).collect_view();
    (!choices.is_empty()).then(|| {
        view! {
            <p class="docs-values">{text!(docs.one_of_these)}</p>
            <ul class="docs-choices">{items}</ul>
        }
        .into_any()
    })
}

fn choice(shape: &Shape) -> AnyView {
    // A lone value is its name already.
    let details = (!(shape.members.is_empty() && shape.values.len() == 1)).then(|| details(shape));
    view! {
        <li class="docs-choice">
            <p class="docs-member-head"><code class="docs-member-name" translate="no">{name_of(shape)}</code></p>
            <Prose text=shape.description.clone() />
            {details}
        </li>
    }
    .into_any()
}

/// Variants have no name of their own: their only value, the member that has but one value, or the only member tells them
/// apart.
fn name_of(shape: &Shape) -> String {
    let tag = |member: &Member| match member.shape.values.as_slice() {
        [only] => Some(format!("{}: {only}", member.name)),
        _ => None,
    };
    let only = || match shape.members.as_slice() {
        [only] => Some(only.name.clone()),
        _ => None,
    };
    if let ([value], []) = (shape.values.as_slice(), shape.members.as_slice()) {
        return value.clone();
    }
    let unnamed = shape.name.is_empty();
    let named = unnamed.then(|| shape.members.iter().find_map(tag).or_else(only)).flatten();
    named.unwrap_or_else(|| in_words(shape))
}
