use latchkey::api::Method;
use latchkey::pages::administration::fixtures;
use latchkey_contract::admin::RequestState;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::{Page, ProblemKind};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{APPROVE, DENY, asked, backend_with, now_listed, open};
use crate::support::{focus, focused, frame};

fn changed() -> LiveEvent {
    LiveEvent::RequestsChanged { request_id: asked().id }
}

#[wasm_bindgen_test]
async fn it_says_who_asked_when_and_why() {
    let page = open(&backend_with(vec![asked()])).await;
    for text in ["Uma Userton", "uma.userton@demo.example", "Demo Ltd", "Terraform for the shop."] {
        assert!(page.says(text), "{text}");
    }
    let sent = page.container.query_selector("tbody time").unwrap().unwrap();
    assert_eq!(sent.get_attribute("datetime").as_deref(), Some("2026-03-02T08:10:00.000Z"));
}

#[wasm_bindgen_test]
async fn it_asks_for_the_pending_ones() {
    let backend = backend_with(Vec::new());
    let page = open(&backend).await;
    let read = backend.requests_to(Method::Get, fixtures::REQUESTS);
    assert_eq!(read[0].path, "/api/v1/admin/api-requests?state=pending");
    assert!(page.says("No requests are waiting"));
}

#[wasm_bindgen_test]
async fn one_click_approves() {
    let backend = backend_with(vec![asked()]);
    let approved = fixtures::decided(asked(), RequestState::Approved, None);
    backend.answer(Method::Post, &fixtures::request_act(10, "approve"), &approved);
    let page = open(&backend).await;
    focus(&page.by_role("button", APPROVE));
    page.press(APPROVE).await;
    let sent = backend.requests_to(Method::Post, &fixtures::request_act(10, "approve"));
    assert_eq!(sent[0].body.as_deref(), Some(r#"{"version":1}"#));
    assert!(!page.has_role("button", APPROVE));
    assert!(page.says("Approved: Uma Userton can use the API now."));
    assert!(page.says("No requests are waiting"));
    frame().await;
    assert_eq!(focused(), page.container.query_selector("h1").unwrap());
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_the_request_stays() {
    let backend = backend_with(vec![asked()]);
    backend.refuse(Method::Post, &fixtures::request_act(10, "approve"), 500, ProblemKind::Internal);
    let page = open(&backend).await;
    page.press(APPROVE).await;
    assert!(page.says("Nothing was decided"));
    assert!(page.has_role("button", DENY));
}

#[wasm_bindgen_test]
async fn a_new_request_appears_by_itself_and_is_told() {
    let backend = backend_with(vec![asked()]);
    let page = open(&backend).await;
    let deny = page.by_role("button", DENY);
    focus(&deny);
    now_listed(&backend, vec![fixtures::request(20, "Aiko Tanaka", "Other Ltd", None), asked()]);
    page.hear(changed()).await;
    assert!(page.has_role("button", "Approve the request of Aiko Tanaka"));
    assert!(page.says("New request from Aiko Tanaka."));
    assert_eq!(focused(), Some(deny), "nobody's focus moves");
}

#[wasm_bindgen_test]
async fn the_first_request_of_an_empty_queue_is_told_too() {
    let backend = backend_with(Vec::new());
    let page = open(&backend).await;
    now_listed(&backend, vec![asked()]);
    page.hear(changed()).await;
    assert!(page.says("New request from Uma Userton."));
}

#[wasm_bindgen_test]
async fn a_withdrawn_request_leaves_by_itself() {
    let backend = backend_with(vec![fixtures::request(20, "Aiko Tanaka", "Other Ltd", None), asked()]);
    let page = open(&backend).await;
    now_listed(&backend, vec![asked()]);
    page.hear(changed()).await;
    assert!(!page.says("Aiko Tanaka"));
    assert!(!page.says("New request from"), "the one below is not new");
}

#[wasm_bindgen_test]
async fn the_rest_comes_when_asked_for() {
    let backend = backend_with(Vec::new());
    backend.forget(Method::Get, fixtures::REQUESTS);
    let first = Page {
        items: vec![fixtures::request(20, "Aiko Tanaka", "Other Ltd", None)],
        next: Some("c2".into()),
    };
    backend.answer(Method::Get, fixtures::REQUESTS, &first);
    backend.answer(Method::Get, fixtures::REQUESTS, &Page { items: vec![asked()], next: None });
    let page = open(&backend).await;
    assert!(!page.says("Uma Userton"));
    page.press("Load more").await;
    assert!(page.says("Aiko Tanaka"));
    assert!(page.says("Uma Userton"));
    assert!(page.says("2 of 2 shown"));
    let read = backend.requests_to(Method::Get, fixtures::REQUESTS);
    assert_eq!(read[1].path, "/api/v1/admin/api-requests?state=pending&cursor=c2");
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_again_stays() {
    let backend = backend_with(vec![asked()]);
    let page = open(&backend).await;
    backend.set_offline(true);
    page.hear(changed()).await;
    assert!(page.says("The list may be out of date."));
    assert!(page.has_role("button", APPROVE));
}
