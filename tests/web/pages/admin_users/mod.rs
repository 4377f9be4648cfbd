mod changing;
mod list;

use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::admin_users::ApiUsers;
use latchkey::pages::administration::fixtures;
use latchkey_contract::Page;
use latchkey_contract::admin::UserAccess;
use latchkey_contract::api_access::AccessState;
use leptos::prelude::*;

use crate::support::{Portal, Setting};

/// The user that most tests are about.
fn uma(state: AccessState) -> UserAccess {
    fixtures::user(4, "Uma Userton", "Demo Ltd", state)
}

fn backend_with(users: Vec<UserAccess>) -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, fixtures::USERS, &Page { items: users, next: None });
    backend
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::administrator(), backend, || view! { <ApiUsers /> }.into_any()).await
}
