use leptos::prelude::*;

use super::Docs;
use super::fixture::OPENAPI;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: API documentation";
    vec![
        Story::new(group, "Loaded", || {
            on(FakeBackend::new().answer_with(Method::Get, "/api/v1/openapi.json", 200, OPENAPI))
        }),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "Not there", || on(&FakeBackend::new())),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <Docs /> }.into_any()
}
