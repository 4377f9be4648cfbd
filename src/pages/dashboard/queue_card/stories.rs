use latchkey_contract::Page;
use latchkey_contract::admin::AccessRequest;
use leptos::prelude::*;

use super::QueueCard;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::administration::fixtures::request;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Dashboard: API requests";
    vec![
        Story::new(group, "Nobody waits", || with(0, false)),
        Story::new(group, "One waits", || with(1, false)),
        Story::new(group, "More than a page", || with(50, true)),
    ]
}

/// So many pending requests on one page, and perhaps another page.
pub fn requests(count: u8, more: bool) -> Page<AccessRequest> {
    let items = (1..=count).map(|number| request(number, "Uma Userton", "Demo Ltd", None)).collect();
    Page { items, next: more.then(|| "cursor".to_owned()) }
}

fn with(count: u8, more: bool) -> AnyView {
    let backend = FakeBackend::new();
    on_fake_as(
        backend.answer(Method::Get, "/api/v1/admin/api-requests", &requests(count, more)),
        administrator(),
    );
    view! { <QueueCard /> }.into_any()
}
