use leptos::prelude::*;

use crate::components::{BadgeKind, StatusBadge};
use crate::pages::docs::openapi::{Document, Operation, Reply, schema};
use crate::pages::docs::prose::Prose;
use crate::pages::docs::schema_tree::SchemaTree;
use crate::pages::docs::{PROBLEMS, address_of};
use crate::text;

/// What an operation answers, successes first.
pub(super) fn view(document: &Document, operation: &Operation) -> AnyView {
    let items = operation.replies.iter().map(|reply| item(document, reply)).collect_view();
    view! {
        <h4>{text!(docs.replies)}</h4>
        <ul class="docs-replies">{items}</ul>
    }
    .into_any()
}

fn item(document: &Document, reply: &Reply) -> AnyView {
    let kind = if reply.is_success() { BadgeKind::Success } else { BadgeKind::Danger };
    let (status, description) = (reply.status.clone(), reply.description.clone());
    view! {
        <li class="docs-reply">
            <div class="docs-reply-head">
                <StatusBadge kind>{status}</StatusBadge>
                <div><Prose text=description /></div>
            </div>
            {headers(reply)}
            {body(document, reply)}
        </li>
    }
    .into_any()
}

fn headers(reply: &Reply) -> AnyView {
    let line = |(name, description): &(String, String)| {
        view! { <p class="docs-header"><code translate="no">{name.clone()}</code>" "{description.clone()}</p> }.into_any()
    };
    reply.headers.iter().map(line).collect_view().into_any()
}

/// All problems look alike, so they are described once for all.
fn body(document: &Document, reply: &Reply) -> AnyView {
    let Some(body) = &reply.body else { return ().into_any() };
    if body.media_type == "application/problem+json" {
        return view! {
            <p class="docs-media">
                <code translate="no">{body.media_type.clone()}</code>
                ", "
                <a href=address_of(PROBLEMS)>{text!(docs.problem_link)}</a>
            </p>
        }
        .into_any();
    }
    view! {
        <p class="docs-media"><code translate="no">{body.media_type.clone()}</code></p>
        <SchemaTree shape=schema::shape(document, &body.schema) />
    }
    .into_any()
}
