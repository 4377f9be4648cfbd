mod conflict;
mod denying;
mod filter;
mod queue;

use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::admin_requests::RequestsBy;
use latchkey::pages::admin_requests::filter::Filter;
use latchkey::pages::administration::fixtures;
use latchkey_contract::Page;
use latchkey_contract::admin::AccessRequest;
use leptos::prelude::*;

use crate::support::{Portal, Setting};

const APPROVE: &str = "Approve the request of Uma Userton";
const DENY: &str = "Deny the request of Uma Userton";

/// The request that most tests are about.
fn asked() -> AccessRequest {
    fixtures::request(10, "Uma Userton", "Demo Ltd", Some("Terraform for the shop."))
}

fn backend_with(requests: Vec<AccessRequest>) -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, fixtures::REQUESTS, &Page { items: requests, next: None });
    backend
}

async fn open(backend: &FakeBackend) -> Portal {
    let pending = || view! { <RequestsBy filter=Signal::stored(Filter::Pending) /> }.into_any();
    Portal::open(Setting::administrator(), backend, pending).await
}

fn now_listed(backend: &FakeBackend, requests: Vec<AccessRequest>) {
    let page = Page { items: requests, next: None };
    backend.forget(Method::Get, fixtures::REQUESTS).answer(Method::Get, fixtures::REQUESTS, &page);
}
