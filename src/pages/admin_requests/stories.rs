use latchkey_contract::admin::AccessRequest;
use latchkey_contract::{Page, ProblemKind};
use leptos::prelude::*;

use super::RequestsBy;
use super::filter::Filter;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: API Requests";
    vec![
        Story::new(group, "Pending", || listing(&fixtures::queue(), Filter::Pending)),
        Story::new(group, "All", || listing(&fixtures::history(), Filter::All)),
        Story::new(group, "More to load", || {
            listing(&Page { next: Some("more".to_owned()), ..fixtures::queue() }, Filter::Pending)
        }),
        Story::new(group, "Nobody waits", || listing(&nothing(), Filter::Pending)),
        Story::new(group, "Nothing denied", || listing(&nothing(), Filter::Denied)),
        Story::new(group, "Loading", || on(FakeBackend::new().hold(), Filter::Pending)),
        Story::new(group, "500", || {
            on(
                FakeBackend::new().refuse(Method::Get, fixtures::REQUESTS, 500, ProblemKind::Internal),
                Filter::Pending,
            )
        }),
    ]
}

fn nothing() -> Page<AccessRequest> {
    Page { items: Vec::new(), next: None }
}

fn listing(page: &Page<AccessRequest>, filter: Filter) -> AnyView {
    on(FakeBackend::new().answer(Method::Get, fixtures::REQUESTS, page), filter)
}

fn on(backend: &FakeBackend, filter: Filter) -> AnyView {
    on_fake_as(backend, administrator());
    view! { <RequestsBy filter=Signal::stored(filter) /> }.into_any()
}
