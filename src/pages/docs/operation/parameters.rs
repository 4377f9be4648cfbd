use leptos::prelude::*;

use crate::pages::docs::openapi::{Document, Operation, Parameter, schema};
use crate::pages::docs::prose::Prose;
use crate::pages::docs::schema_tree::{Details, in_words};
use crate::text;

/// What an operation takes beside its body; nothing if it takes nothing.
pub(super) fn view(document: &Document, operation: &Operation) -> AnyView {
    if operation.parameters.is_empty() {
        return ().into_any();
    }
    let items = operation.parameters.iter().map(|parameter| item(document, parameter)).collect_view();
    view! {
        <h4>{text!(docs.parameters)}</h4>
        <ul class="docs-members">{items}</ul>
    }
    .into_any()
}

fn item(document: &Document, parameter: &Parameter) -> AnyView {
    let shape = schema::shape(document, &parameter.schema);
    let place = match parameter.place.as_str() {
        "path" => text!(docs.place.path),
        "query" => text!(docs.place.query),
        "header" => text!(docs.place.header),
        _ => text!(docs.place.cookie),
    };
    view! {
        <li class="docs-member">
            <p class="docs-member-head">
                <code class="docs-member-name" translate="no">{parameter.name.clone()}</code>
                " "
                <span class="docs-type">{in_words(&shape)}</span>
                <span class="docs-place">", "{place}</span>
                {parameter.required.then(|| view! { " "<span class="docs-required">{text!(docs.required)}</span> })}
            </p>
            <Prose text=parameter.description.clone() />
            <Details shape />
        </li>
    }
    .into_any()
}
