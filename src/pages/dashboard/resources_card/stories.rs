use leptos::prelude::*;

use super::ResourcesCard;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::pages::resources::fixtures;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Dashboard: resources", "Some", || on(&fixtures::backend())),
        Story::new("Dashboard: resources", "Not there", || on(&FakeBackend::new())),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <ResourcesCard /> }.into_any()
}
