use latchkey_contract::admin::RequestState;
use latchkey_contract::problem::Current;
use latchkey_contract::{Page, ProblemKind};
use leptos::prelude::*;

use super::Queue;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::admin_requests::filter::Filter;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Request queue";
    vec![
        Story::new(group, "Deciding works", || {
            let backend = waiting();
            let approved = fixtures::decided(asked(), RequestState::Approved, None);
            backend.answer(Method::Post, &fixtures::request_act(10, "approve"), &approved);
            let denied = fixtures::decided(asked(), RequestState::Denied, Some("Not now."));
            backend.answer(Method::Post, &fixtures::request_act(10, "deny"), &denied);
            on(&backend)
        }),
        Story::new(group, "Somebody was first", || {
            let backend = waiting();
            let approved = fixtures::decided(asked(), RequestState::Approved, None);
            for act in ["approve", "deny"] {
                let refusal = fixtures::conflict(Current::AccessRequest(approved.clone()));
                backend.refuse_with(Method::Post, &fixtures::request_act(10, act), refusal);
            }
            on(&backend)
        }),
        Story::new(group, "Refused by the server", || {
            let backend = waiting();
            for act in ["approve", "deny"] {
                backend.refuse(Method::Post, &fixtures::request_act(10, act), 500, ProblemKind::Internal);
            }
            on(&backend)
        }),
    ]
}

fn asked() -> latchkey_contract::admin::AccessRequest {
    fixtures::request(10, "Uma Userton", "Demo Ltd", Some("Terraform for the shop."))
}

fn waiting() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, fixtures::REQUESTS, &Page { items: vec![asked()], next: None });
    backend
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake_as(backend, administrator());
    view! { <div class="stack"><Queue filter=Signal::stored(Filter::Pending) /></div> }.into_any()
}
