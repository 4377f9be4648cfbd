//! "API documentation": a reference of the whole API, made in the browser from the backend's own OpenAPI document.

pub mod authentication;
pub mod contents;
pub mod copy_text;
mod element;
#[cfg(feature = "stories")]
pub mod fixture;
pub mod openapi;
pub mod operation;
pub mod problems;
pub mod prose;
mod reference;
pub mod schema_tree;
mod search;
pub mod search_box;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{Crumb, Loaded, Skeleton};
use crate::place::Place;
use crate::reading::read;
use crate::shell::Page;
use crate::text;
use element::Element;
use openapi::Document;
use operation::heading_id;
use reference::Reference;

/// Ids of the sections beside the operations.
pub const AUTHENTICATION: &str = "authentication";
pub const PROBLEMS: &str = "problems";

/// Readable by anybody.
#[component]
pub fn Docs() -> impl IntoView {
    let api = use_api();
    let reading = read(move || async move { Document::read(&api.openapi().await?) });
    let ready =
        |document: Signal<Document>| view! { <Reference document=document.get_untracked() /> }.into_any();
    view! {
        <Page title=text!(docs.title) crumbs=vec![Crumb::here(text!(docs.title))]>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=12 /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| reading.again()
                ready
            />
        </Page>
    }
    .into_any()
}

/// A section that belongs to no operation.
fn general_section(id: &str, title: &str, parts: Vec<AnyView>) -> AnyView {
    let heading = heading_id(id);
    let mut all =
        vec![Element::new("h2").class("docs-group-title").id(&heading).focusable().with_text(title)];
    all.extend(parts);
    Element::new("section").class("docs-group docs-general").id(id).labelled_by(&heading).with(all)
}

/// The address of a section of the page.
pub fn address_of(section: &str) -> String {
    format!("{}#{section}", Place::Docs.path())
}
