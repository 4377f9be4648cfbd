use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use leptos::prelude::*;

use super::MyActivity;
use super::fixture::page;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: My Activity";
    vec![
        Story::new(group, "Several days", || {
            on(FakeBackend::new().answer(Method::Get, "/api/v1/activity", &page()))
        }),
        Story::new(group, "Nothing yet", || {
            on(FakeBackend::new().answer(Method::Get, "/api/v1/activity", &none()))
        }),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "Not there", || on(&FakeBackend::new())),
    ]
}

fn none() -> Page<Activity> {
    Page { items: Vec::new(), next: None }
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <MyActivity /> }.into_any()
}
