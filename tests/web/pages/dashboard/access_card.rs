use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::api_access::{AccessState, ApiAccess};
use latchkey_contract::event::LiveEvent;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page;
use crate::support::{Portal, Setting};

async fn open(access: ApiAccess) -> Portal {
    Portal::open(Setting::user(), &fixtures::backend(&access), page).await
}

fn leads_to_api_access(page: &Portal, link: &str) {
    assert_eq!(
        page.by_role("link", link).get_attribute("href").as_deref(),
        Some("/company/profile/api-info")
    );
    assert_eq!(page.by_role("link", "API documentation").get_attribute("href").as_deref(), Some("/docs"));
}

#[wasm_bindgen_test]
async fn disabled_leads_to_the_request() {
    let page = open(fixtures::disabled()).await;
    assert!(page.says("API Access is currently disabled on your account."));
    assert!(page.says("The decision is shown here."), "whoever decides, or nobody");
    leads_to_api_access(&page, "Request API Access");
}

#[wasm_bindgen_test]
async fn pending_tells_when_and_why_it_was_asked_for() {
    let page = open(fixtures::pending(Some("Nightly backups"))).await;
    assert!(page.says("Your request is waiting for an administrator."));
    assert!(page.says("Sent Mar 2, 2026"));
    assert!(page.says("Nightly backups"));
    leads_to_api_access(&page, "See your request");
}

#[wasm_bindgen_test]
async fn denied_tells_by_whom_and_why() {
    let page = open(fixtures::denied()).await;
    assert!(page.says("Your request was denied."));
    assert!(page.says("By Robin Park, Mar 2, 2026"));
    assert!(page.says("Please name the system that will hold the key"));
    leads_to_api_access(&page, "Request again");
}

#[wasm_bindgen_test]
async fn approved_shows_the_api_key() {
    let page = open(fixtures::approved()).await;
    assert!(page.says("Your credentials are ready."));
    assert!(page.says(fixtures::API_KEY));
    leads_to_api_access(&page, "Open API Info");
}

#[wasm_bindgen_test]
async fn without_an_active_key_it_tells_how_to_get_one() {
    let page = open(fixtures::revoked()).await;
    assert!(page.says("you have no active API key"));
    assert!(!page.says(fixtures::API_KEY));
    leads_to_api_access(&page, "Open API Info");
}

#[wasm_bindgen_test]
async fn disabled_again_tells_by_whom_and_why() {
    let page = open(fixtures::suspended()).await;
    assert!(page.says("Your keys are refused."));
    assert!(page.says("By Robin Park"));
    assert!(page.says("The key was seen in a public repository."));
    assert!(!page.says(fixtures::API_KEY));
    leads_to_api_access(&page, "Open API Info");
}

#[wasm_bindgen_test]
async fn it_changes_by_itself() {
    let backend = fixtures::backend(&fixtures::pending(None));
    backend.answer(Method::Get, fixtures::API_ACCESS, &fixtures::approved());
    let page = Portal::open(Setting::user(), &backend, page).await;
    assert!(page.says("Waiting"));
    page.hear(LiveEvent::AccessChanged { state: AccessState::Approved }).await;
    assert!(page.says("Ready") && page.says(fixtures::API_KEY));
}
