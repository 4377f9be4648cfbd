use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::ResourceList;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::pages::resources::{Kind, fixtures};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Resource list";
    vec![
        Story::new(group, "Some", || on(&fixtures::backend())),
        Story::new(group, "None", || on(&fixtures::backend_of_nothing())),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "500", || {
            on(FakeBackend::new().refuse(Method::Get, fixtures::INSTANCES, 500, ProblemKind::Internal))
        }),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <ResourceList kind=Kind::Instances /> }.into_any()
}
