use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::dashboard::queue_card::stories::requests;
use latchkey_contract::event::LiveEvent;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page;
use crate::support::{Portal, Setting};

const REQUESTS: &str = "/api/v1/admin/api-requests";

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::administrator(), backend, page).await
}

#[wasm_bindgen_test]
async fn it_counts_what_waits_and_leads_there() {
    let backend = FakeBackend::new();
    let page = open(backend.answer(Method::Get, REQUESTS, &requests(3, false))).await;
    assert!(page.says("3 requests are waiting for a decision."));
    let link = page.by_role("link", "Open API Requests");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/administration/api-requests"));
    assert!(backend.requests_to(Method::Get, REQUESTS)[0].path.contains("state=pending"));
}

#[wasm_bindgen_test]
async fn more_than_a_page_is_not_counted() {
    let page = open(FakeBackend::new().answer(Method::Get, REQUESTS, &requests(50, true))).await;
    assert!(page.says("50+ requests are waiting"));
}

#[wasm_bindgen_test]
async fn it_counts_again_when_the_queue_changes() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, REQUESTS, &requests(0, false)).answer(
        Method::Get,
        REQUESTS,
        &requests(1, false),
    );
    let page = open(&backend).await;
    assert!(page.says("0 requests are waiting. Nothing to do."));
    page.hear(LiveEvent::RequestsChanged { request_id: Uuid::from_u128(1) }).await;
    assert!(page.says("1 request is waiting for a decision."));
}

#[wasm_bindgen_test]
async fn an_administrator_has_no_card_about_own_access() {
    let backend = FakeBackend::new();
    let page = open(backend.answer(Method::Get, REQUESTS, &requests(0, false))).await;
    assert!(!page.has_role("heading", "API access"));
    assert!(backend.requests_to(Method::Get, "/api/v1/api-access").is_empty());
}
