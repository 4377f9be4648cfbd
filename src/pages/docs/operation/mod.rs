mod examples;
mod parameters;
mod replies;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::openapi::example::Bases;
use super::openapi::{Body, Document, Operation, schema};
use super::prose::Prose;
use super::schema_tree::SchemaTree;
use super::{AUTHENTICATION, address_of};
use crate::components::{BadgeKind, StatusBadge};
use crate::text;

/// One operation: what it does, what it takes, what it answers, and a command that calls it.
#[component]
pub fn OperationView(
    document: Document,
    operation: Operation,
    #[prop(into)] bases: Signal<Bases>,
) -> impl IntoView {
    let heading = heading_id(&operation.id);
    let href = address_of(&operation.id);
    let link = text!(docs.link_to, operation = format!("{} {}", operation.method, operation.path));
    view! {
        <article class="docs-operation" id=operation.id.clone() aria-labelledby=heading>
            <header class="docs-operation-head">
                <h3 class="docs-operation-title" id=heading.clone() tabindex="-1">
                    <Method method=operation.method.clone() />
                    " "
                    <code class="docs-path" translate="no">{operation.path.clone()}</code>
                </h3>
                <a class="docs-anchor" href=href aria-label=link>"#"</a>
            </header>
            <div class="docs-operation-said">
                <p class="docs-summary">{operation.summary.clone()}</p>
                {needs(&operation)}
                <Prose text=operation.description.clone() />
                {parameters::view(&document, &operation)}
                {operation.body.as_ref().map(|body| request_body(&document, body))}
                {replies::view(&document, &operation)}
            </div>
            <div class="docs-operation-examples">{examples::view(&document, &operation, bases)}</div>
        </article>
    }
    .into_any()
}

/// The method, in a colour that repeats what the word says.
#[component]
pub fn Method(method: String) -> impl IntoView {
    let class = match method.as_str() {
        "GET" | "HEAD" | "OPTIONS" => "docs-method",
        "DELETE" => "docs-method docs-method-removes",
        _ => "docs-method docs-method-acts",
    };
    view! { <span class=class translate="no">{method}</span> }.into_any()
}

/// The id of an operation's heading, which takes the focus.
pub fn heading_id(operation: &str) -> String {
    format!("{operation}-heading")
}

fn needs(operation: &Operation) -> AnyView {
    let deprecated = operation.deprecated.then(|| {
        view! { <StatusBadge kind=BadgeKind::Warning>{text!(docs.deprecated)}</StatusBadge> }
    });
    let needed = if operation.is_public() {
        text!(docs.needs_nothing).into_any()
    } else {
        let any: Vec<String> = operation.security.iter().map(|all| all.join(" + ")).collect();
        view! {
            {text!(docs.needs)}" "
            <a href=address_of(AUTHENTICATION)><code translate="no">{any.join(" / ")}</code></a>
        }
        .into_any()
    };
    view! { <p class="docs-needs">{needed}{deprecated}</p> }.into_any()
}

fn request_body(document: &Document, body: &Body) -> AnyView {
    view! {
        <h4>{text!(docs.request_body)}</h4>
        <p class="docs-media">
            <code translate="no">{body.media_type.clone()}</code>
            {body.required.then(|| view! { " "<span class="docs-required">{text!(docs.required)}</span> })}
        </p>
        <Prose text=body.description.clone() />
        <SchemaTree shape=schema::shape(document, &body.schema) />
    }
    .into_any()
}
