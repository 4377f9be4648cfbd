use leptos::prelude::*;

use super::LatestActivity;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::activity::fixture::page;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Dashboard: latest activity", "Some", || {
            on(FakeBackend::new().answer(Method::Get, "/api/v1/activity", &page()))
        }),
        Story::new("Dashboard: latest activity", "Not there", || on(&FakeBackend::new())),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <LatestActivity /> }.into_any()
}
