use latchkey_contract::session::Account;
use leptos::prelude::*;

use super::Dashboard;
use super::keys_card::stories::{USAGE, used};
use super::queue_card::stories::requests;
use crate::api::Method;
use crate::pages::activity::fixture::page;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::{administrator, on_fake_as, user};
use crate::pages::resources::fixtures as resources;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: Dashboard";
    vec![
        Story::new(group, "Of a user", || of(user())),
        Story::new(group, "Of an administrator", || of(administrator())),
    ]
}

fn of(account: Account) -> AnyView {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Get, USAGE, &used());
    backend.answer(Method::Get, "/api/v1/admin/api-requests", &requests(3, false)).answer(
        Method::Get,
        "/api/v1/activity",
        &page(),
    );
    backend.answer(Method::Get, resources::COUNTS, &resources::counts());
    on_fake_as(&backend, account);
    view! { <Dashboard /> }.into_any()
}
