use std::ops::Range;

use leptos::prelude::*;

use super::authentication::authentication;
use super::contents::{Contents, ContentsGroup, ContentsLink};
use super::openapi::example::Bases;
use super::openapi::{Document, Group, schema};
use super::operation::{heading_id, operation_view};
use super::problems::problems;
use super::prose::prose;
use super::search::{self, Search};
use super::search_box::SearchBox;
use super::{AUTHENTICATION, PROBLEMS};
use crate::components::{Button, EmptyState, IconName};
use crate::platform::{focus, page};
use crate::portal_config::use_config;
use crate::text;

/// The whole reference. Its sections are numbered for the search: authentication, every operation, problems.
#[component]
pub(super) fn Reference(document: Document) -> impl IntoView {
    let groups = document.groups();
    let search = Search::new(texts(&document, &groups));
    let contents = contents(&groups);
    let problems_at = 1 + groups.iter().map(|group| group.operations.len()).sum::<usize>();
    let mut next = 1;
    let bodies = groups.into_iter().map(|group| {
        let first = next;
        next += group.operations.len();
        group_view(&document, group, search, first..next)
    });
    let bodies = bodies.collect_view();
    Effect::new(|| request_animation_frame(go_to_fragment));
    view! {
        <div class="docs">
            <Contents groups=contents search />
            <div class="docs-main">
                <SearchBox query=search.query found=Signal::derive(move || search.found()) />
                {nothing_found(search)}
                <div class="docs-intro" hidden=move || search.query.with(|query| !query.trim().is_empty())>
                    {prose(document.description())}
                </div>
                {bodies}
                <div hidden=move || !search.shows(0)>{authentication(&document)}</div>
                <div hidden=move || !search.shows(problems_at)>{problems(&document)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// What can be searched for in each section.
fn texts(document: &Document, groups: &[Group]) -> Vec<String> {
    let mut authentication = text!(docs.authentication.title).to_ascii_lowercase();
    for scheme in document.schemes() {
        search::add(&mut authentication, &scheme.name);
        search::add(&mut authentication, &scheme.description);
    }
    let mut problems = text!(docs.problems.title).to_ascii_lowercase();
    if let Some(problem) = document.schema("Problem") {
        search::add_shape(&mut problems, &schema::shape(document, problem));
    }
    let operations = groups.iter().flat_map(|group| &group.operations);
    let mut texts = vec![authentication];
    texts.extend(operations.map(|operation| search::text_of(document, operation)));
    texts.push(problems);
    texts
}

fn contents(groups: &[Group]) -> Vec<ContentsGroup> {
    let mut section = 0;
    let mut contents: Vec<ContentsGroup> = Vec::new();
    for group in groups {
        let mut links = Vec::new();
        for operation in &group.operations {
            section += 1;
            let label = if operation.summary.is_empty() { &operation.path } else { &operation.summary };
            links.push(ContentsLink {
                section,
                id: operation.id.clone(),
                method: operation.method.clone(),
                label: label.trim_end_matches('.').to_owned(),
            });
        }
        contents.push(ContentsGroup { title: group.tag.clone(), links });
    }
    let general = |section, id: &str, label: &str| ContentsLink {
        section,
        id: id.to_owned(),
        method: String::new(),
        label: label.to_owned(),
    };
    contents.push(ContentsGroup {
        title: text!(docs.general).to_owned(),
        links: vec![
            general(0, AUTHENTICATION, text!(docs.authentication.title)),
            general(section + 1, PROBLEMS, text!(docs.problems.title)),
        ],
    });
    contents
}

fn group_view(document: &Document, group: Group, search: Search, sections: Range<usize>) -> AnyView {
    let config = use_config();
    let bases = Signal::derive(move || Bases { origin: page::origin(), restapi: config.restapi_url() });
    let first = sections.start;
    let operations = group.operations.into_iter().enumerate().map(|(at, operation)| {
        let view = operation_view(document, &operation, bases);
        view! { <div hidden=move || !search.shows(first + at)>{view}</div> }.into_any()
    });
    let operations = operations.collect_view();
    view! {
        <section class="docs-group" hidden=move || !search.shows_any(sections.clone())>
            <h2 class="docs-group-title">{group.tag}</h2>
            {prose(&group.description)}
            {operations}
        </section>
    }
    .into_any()
}

fn nothing_found(search: Search) -> AnyView {
    let clear = move |()| search.query.set(String::new());
    let none = Memo::new(move |_| search.found() == 0);
    (move || {
        none.get().then(|| {
            view! {
                <EmptyState title=text!(docs.search.nothing) icon=IconName::SEARCH_NOTHING>
                    <p>{text!(docs.search.try_else)}</p>
                    <Button on_press=clear>{text!(docs.search.clear)}</Button>
                </EmptyState>
            }
        })
    })
    .into_any()
}

/// The address may name a section, which was not there yet when the page was opened.
fn go_to_fragment() {
    let fragment = page::fragment();
    if !fragment.is_empty() {
        focus::focus_id(&heading_id(&fragment));
    }
}
