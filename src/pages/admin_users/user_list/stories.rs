use latchkey_contract::Page;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::problem::Current;
use leptos::prelude::*;

use super::UserList;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("User list", "Somebody was first", || {
        let backend = FakeBackend::new();
        let listed = fixtures::user(4, "Uma Userton", "Demo Ltd", AccessState::Approved);
        backend.answer(Method::Get, fixtures::USERS, &Page { items: vec![listed], next: None });
        let current = fixtures::user(4, "Uma Userton", "Demo Ltd", AccessState::Suspended);
        let refusal = fixtures::conflict(Current::UserAccess(current));
        backend.refuse_with(Method::Post, &fixtures::user_act(4, "disable"), refusal);
        on_fake_as(&backend, administrator());
        view! { <div class="stack"><UserList /></div> }.into_any()
    })]
}
