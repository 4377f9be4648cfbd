use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::activity::MyActivity;
use latchkey::pages::activity::fixture::{activity, page as first_page};
use latchkey_contract::activity::{Act, Activity};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::{Page, ProblemKind};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Portal, Setting};

const ACTIVITY: &str = "/api/v1/activity";

fn page() -> AnyView {
    view! { <MyActivity /> }.into_any()
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

fn last_page() -> Page<Activity> {
    Page {
        items: vec![activity(1, "2026-02-01T10:00:00.000Z", Act::AccountCreated, "Ada Admin")],
        next: None,
    }
}

#[wasm_bindgen_test]
async fn an_entry_tells_what_by_whom_and_about_which_key() {
    let page = open(FakeBackend::new().answer(Method::Get, ACTIVITY, &first_page())).await;
    assert!(page.says("Secret key copied"));
    assert!(page.says("API key lkp_7Yc2mQ9vTz4KpR8sWd3XnB6a"));
    assert!(page.says("API access approved by Ada Admin"));
    assert!(page.says("Reason: Nightly backups of the build servers"));
    assert!(!page.says("by Uma Userton"), "one's own acts need no name");
}

#[wasm_bindgen_test]
async fn older_ones_are_read_when_asked_for() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, ACTIVITY, &first_page()).answer(Method::Get, ACTIVITY, &last_page());
    let page = open(&backend).await;
    assert!(page.says("7 shown"));
    page.press("Load more").await;
    assert_eq!(backend.requests_to(Method::Get, ACTIVITY)[1].path, "/api/v1/activity?cursor=cursor-3");
    assert!(page.says("Account created by Ada Admin"));
    assert!(page.says("8 of 8 shown"));
    assert!(!page.has_role("button", "Load more"));
}

#[wasm_bindgen_test]
async fn new_ones_show_by_themselves() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, ACTIVITY, &last_page());
    let mut newer = last_page();
    newer.items.insert(0, activity(2, "2026-03-02T08:30:00.000Z", Act::PasswordChanged, "Uma Userton"));
    backend.answer(Method::Get, ACTIVITY, &newer);
    let page = open(&backend).await;
    assert!(!page.says("Password changed"));
    page.hear(LiveEvent::ActivityAdded).await;
    assert!(page.says("Password changed"));
    assert!(page.says("Account created"));
}

#[wasm_bindgen_test]
async fn nothing_yet_is_said_kindly() {
    let nothing = Page::<Activity> { items: Vec::new(), next: None };
    let page = open(FakeBackend::new().answer(Method::Get, ACTIVITY, &nothing)).await;
    assert!(page.says("No activity yet"));
}

#[wasm_bindgen_test]
async fn a_failure_to_read_on_keeps_what_is_there() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, ACTIVITY, &first_page());
    backend.refuse(Method::Get, ACTIVITY, 503, ProblemKind::Unavailable);
    let page = open(&backend).await;
    page.press("Load more").await;
    assert!(page.says("Secret key copied"));
    assert!(page.says("Try again in a moment."));
    assert!(page.has_role("button", "Load more"));
}
