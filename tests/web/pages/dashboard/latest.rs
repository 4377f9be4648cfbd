use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::activity::fixture::activity;
use latchkey::pages::dashboard::keys_card::stories::{USAGE, usage};
use latchkey_contract::activity::{Act, Activity};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::{Page, ProblemKind};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page;
use crate::support::{Portal, Setting};

const ACTIVITY: &str = "/api/v1/activity";

fn one(act: Act) -> Page<Activity> {
    Page { items: vec![activity(1, "2026-03-02T08:30:00.000Z", act, "Uma Userton")], next: None }
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

#[wasm_bindgen_test]
async fn the_latest_five_are_asked_for_and_lead_to_all() {
    let backend = FakeBackend::new();
    let page = open(backend.answer(Method::Get, ACTIVITY, &one(Act::SignedIn))).await;
    assert!(page.says("Signed in"));
    assert_eq!(backend.requests_to(Method::Get, ACTIVITY)[0].path, "/api/v1/activity?limit=5");
    let all = page.by_role("link", "All of My Activity");
    assert_eq!(all.get_attribute("href").as_deref(), Some("/company/activity"));
}

#[wasm_bindgen_test]
async fn new_ones_show_by_themselves() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, ACTIVITY, &one(Act::SignedIn)).answer(
        Method::Get,
        ACTIVITY,
        &one(Act::AccessRequested),
    );
    let page = open(&backend).await;
    page.hear(LiveEvent::ActivityAdded).await;
    assert!(page.says("API access requested"));
}

#[wasm_bindgen_test]
async fn a_failure_can_be_tried_again() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, ACTIVITY, 503, ProblemKind::Unavailable);
    backend.answer(Method::Get, ACTIVITY, &one(Act::SignedIn));
    backend.answer(Method::Get, "/api/v1/api-access", &latchkey::pages::api_access::fixtures::disabled());
    backend.answer(Method::Get, USAGE, &usage(Vec::new()));
    let page = open(&backend).await;
    page.press("Try again").await;
    assert!(page.says("Signed in"));
}
