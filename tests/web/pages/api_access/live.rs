use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::api_access::{AccessState, ApiAccess};
use latchkey_contract::event::LiveEvent;
use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use super::open;
use crate::support::{Portal, focus, focused, frame, tick};

const APPROVED: &str = "API access approved. Your credentials are ready.";

async fn becomes(page: &Portal, access: ApiAccess) {
    let state = access.status.state();
    now_is(page, &access);
    page.hear(LiveEvent::AccessChanged { state }).await;
}

fn now_is(page: &Portal, access: &ApiAccess) {
    page.backend.forget(Method::Get, fixtures::API_ACCESS).answer(Method::Get, fixtures::API_ACCESS, access);
}

#[wasm_bindgen_test]
async fn an_approval_changes_the_page_by_itself() {
    let page = open(fixtures::pending(None)).await;
    becomes(&page, fixtures::approved()).await;
    assert!(page.says(fixtures::API_KEY));
    assert!(page.has_role("link", "API Info"));
    assert!(document().title().starts_with("API Info"));
    let status = page.container.query_selector("[role=status][aria-live=polite]").unwrap().unwrap();
    assert_eq!(status.text_content().as_deref(), Some(APPROVED));
}

#[wasm_bindgen_test]
async fn the_focus_stays_where_it_is() {
    let page = open(fixtures::pending(None)).await;
    let link = page.by_role("link", "API documentation");
    focus(&link);
    becomes(&page, fixtures::approved()).await;
    frame().await;
    assert_eq!(focused(), Some(link));
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_heading_if_its_element_vanished() {
    let page = open(fixtures::pending(None)).await;
    focus(&page.by_role("button", "Withdraw request"));
    becomes(&page, fixtures::approved()).await;
    frame().await;
    assert_eq!(focused(), page.container.query_selector("h1").unwrap());
}

#[wasm_bindgen_test]
async fn who_had_no_focus_on_the_page_is_not_given_one() {
    let page = open(fixtures::pending(None)).await;
    becomes(&page, fixtures::approved()).await;
    frame().await;
    assert_ne!(focused(), page.container.query_selector("h1").unwrap());
}

#[wasm_bindgen_test]
async fn a_denial_shows_why() {
    let page = open(fixtures::pending(None)).await;
    becomes(&page, fixtures::denied()).await;
    assert!(page.says("Your request for API access was denied."));
    assert!(page.says("Please name the system that will hold the key, then ask again."));
}

#[wasm_bindgen_test]
async fn disabled_and_enabled_again_while_one_looks_on() {
    let page = open(fixtures::approved()).await;
    becomes(&page, fixtures::suspended()).await;
    assert!(page.says("Your keys are refused"));
    assert!(page.has_role("link", "API Info"));
    assert!(page.says("API access was disabled on your account. Your keys are refused."));
    becomes(&page, fixtures::approved()).await;
    assert!(!page.says("Your keys are refused"));
    assert!(page.says("API access is enabled again. Your keys work again."));
    assert!(page.has_role("button", "Reveal secret key"));
}

#[wasm_bindgen_test]
async fn missed_events_are_made_up_for() {
    let page = open(fixtures::pending(None)).await;
    now_is(&page, &fixtures::approved());
    page.hear(LiveEvent::Reset).await;
    assert!(page.says(APPROVED));
}

#[wasm_bindgen_test]
async fn an_event_without_a_change_says_nothing() {
    let page = open(fixtures::approved()).await;
    page.hear(LiveEvent::AccessChanged { state: AccessState::Approved }).await;
    assert!(!page.says(APPROVED));
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_again_stays_and_is_called_out_of_date() {
    let page = open(fixtures::approved()).await;
    page.backend.set_offline(true);
    page.hear(LiveEvent::CredentialsChanged).await;
    assert!(page.says("What you see may be out of date."));
    assert!(page.says(fixtures::API_KEY));
    page.backend.set_offline(false);
    page.press("Try again").await;
    assert!(!page.says("What you see may be out of date."));
}

#[wasm_bindgen_test]
async fn back_online_it_reads_what_it_could_not_read_before() {
    let page = open(fixtures::pending(None)).await;
    page.backend.set_offline(true);
    page.hear(LiveEvent::AccessChanged { state: AccessState::Approved }).await;
    assert!(page.says("What you see may be out of date."));
    now_is(&page, &fixtures::approved());
    page.backend.set_offline(false);
    window().dispatch_event(&Event::new("online").unwrap()).unwrap();
    tick().await;
    assert!(!page.says("What you see may be out of date."));
    assert!(page.has_role("button", "Reveal secret key"));
}

#[wasm_bindgen_test]
async fn the_last_use_of_the_key_follows() {
    let page = open(fixtures::approved()).await;
    assert!(page.says("Not used yet"));
    let used = ApiAccess { credentials: vec![fixtures::used_credential()], ..fixtures::approved() };
    now_is(&page, &used);
    page.hear(LiveEvent::KeyUsed).await;
    assert!(page.says("Last used Mar 2, 2026") && page.says("GET /restapi/instance/instanceList"));
}
