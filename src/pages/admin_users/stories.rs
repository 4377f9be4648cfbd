use latchkey_contract::admin::UserAccess;
use latchkey_contract::{Page, ProblemKind};
use leptos::prelude::*;

use super::ApiUsers;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: API users";
    vec![
        Story::new(group, "In every state", || {
            on(FakeBackend::new().answer(Method::Get, fixtures::USERS, &fixtures::users()))
        }),
        Story::new(group, "Nobody", || {
            let nobody: Page<UserAccess> = Page { items: Vec::new(), next: None };
            on(FakeBackend::new().answer(Method::Get, fixtures::USERS, &nobody))
        }),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "500", || {
            on(FakeBackend::new().refuse(Method::Get, fixtures::USERS, 500, ProblemKind::Internal))
        }),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake_as(backend, administrator());
    view! { <ApiUsers /> }.into_any()
}
