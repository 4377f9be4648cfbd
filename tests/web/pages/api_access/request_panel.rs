use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::problem::{FieldError, FieldErrorCode};
use latchkey_contract::{Problem, ProblemKind};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ask, open, open_on};
use crate::support::{click, focused, frame, tick, type_into};

#[wasm_bindgen_test]
async fn one_click_sends() {
    let backend = fixtures::backend(&fixtures::disabled());
    backend.answer(Method::Post, fixtures::REQUEST, &fixtures::pending(None));
    let page = open_on(&backend).await;
    ask(&page).await;
    let sent = backend.requests_to(Method::Post, fixtures::REQUEST);
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].body.as_deref(), Some("{}"));
    assert!(sent[0].idempotency_key.is_some());
    assert!(page.has_role("button", "Withdraw request"));
    assert!(page.says("Request sent. An administrator decides on it."));
    frame().await;
    assert_eq!(focused().unwrap().tag_name(), "H1", "the button that had the focus is gone");
}

#[wasm_bindgen_test]
async fn a_reason_may_be_added() {
    let backend = fixtures::backend(&fixtures::disabled());
    backend.answer(Method::Post, fixtures::REQUEST, &fixtures::pending(Some("Nightly reports")));
    let page = open_on(&backend).await;
    click(&page.container.query_selector("summary").unwrap().unwrap());
    tick().await;
    click(&page.by_role("button", "Help: Reason"));
    tick().await;
    assert!(page.says("It is kept with your request"), "whoever decides, or nobody");
    type_into(&page.by_label("Reason"), "  Nightly reports ");
    ask(&page).await;
    let sent = backend.requests_to(Method::Post, fixtures::REQUEST);
    assert_eq!(sent[0].body.as_deref(), Some(r#"{"reason":"Nightly reports"}"#));
    assert!(page.says("Nightly reports"));
}

#[wasm_bindgen_test]
async fn a_failure_keeps_the_reason_and_sends_the_same_intent_again() {
    let backend = fixtures::backend(&fixtures::disabled());
    backend.refuse(Method::Post, fixtures::REQUEST, 503, ProblemKind::Unavailable);
    let page = open_on(&backend).await;
    click(&page.container.query_selector("summary").unwrap().unwrap());
    tick().await;
    type_into(&page.by_label("Reason"), "Backups");
    ask(&page).await;
    assert!(page.says("Your request was not sent"));
    assert_eq!(page.by_label("Reason").value(), "Backups");
    ask(&page).await;
    type_into(&page.by_label("Reason"), "Something else");
    ask(&page).await;
    let keys: Vec<_> = backend
        .requests_to(Method::Post, fixtures::REQUEST)
        .into_iter()
        .map(|sent| sent.idempotency_key)
        .collect();
    assert_eq!(keys[0], keys[1]);
    assert_ne!(keys[1], keys[2], "another body is another intent");
}

#[wasm_bindgen_test]
async fn a_refused_reason_is_told_at_the_field() {
    let backend = fixtures::backend(&fixtures::disabled());
    let error = FieldError { field: "reason".into(), code: FieldErrorCode::TooLong, detail: String::new() };
    let refusal = latchkey::api::fake::problem(422, ProblemKind::InvalidFields);
    backend.refuse_with(Method::Post, fixtures::REQUEST, Problem { errors: vec![error], ..refusal });
    let page = open_on(&backend).await;
    ask(&page).await;
    assert!(
        page.container.query_selector("details[open]").unwrap().is_some(),
        "where it is told must be seen"
    );
    assert_eq!(page.by_label("Reason").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.says("This is too long."));
}

#[wasm_bindgen_test]
async fn asked_for_in_another_window_shows_that() {
    let backend = fixtures::backend(&fixtures::disabled());
    backend.answer(Method::Get, fixtures::API_ACCESS, &fixtures::pending(None));
    backend.refuse(Method::Post, fixtures::REQUEST, 409, ProblemKind::WrongState);
    let page = open_on(&backend).await;
    ask(&page).await;
    assert!(page.has_role("button", "Withdraw request"));
}

#[wasm_bindgen_test]
async fn pending_says_when_it_was_sent_and_why() {
    let page = open(fixtures::pending(Some("Terraform for the shop"))).await;
    assert!(page.says("Terraform for the shop"));
    let sent = page.container.query_selector("time").unwrap().unwrap();
    assert_eq!(sent.get_attribute("datetime").as_deref(), Some("2026-03-02T08:12:00.000Z"));
    assert!(sent.text_content().unwrap().contains("9:12"), "in the profile's time zone");
}

#[wasm_bindgen_test]
async fn withdrawing_leads_back_to_asking() {
    let backend = fixtures::backend(&fixtures::pending(None));
    backend.answer(Method::Delete, fixtures::REQUEST, &fixtures::disabled());
    let page = open_on(&backend).await;
    page.press("Withdraw request").await;
    assert!(page.has_role("button", "Request API Access"));
    assert!(page.says("Request withdrawn."));
}

#[wasm_bindgen_test]
async fn a_request_that_was_decided_meanwhile_is_not_withdrawn() {
    let backend = fixtures::backend(&fixtures::pending(None));
    backend.answer(Method::Get, fixtures::API_ACCESS, &fixtures::approved());
    backend.refuse(Method::Delete, fixtures::REQUEST, 409, ProblemKind::WrongState);
    let page = open_on(&backend).await;
    page.press("Withdraw request").await;
    assert!(page.says("API access approved. Your credentials are ready."));
    assert!(page.says(fixtures::API_KEY));
}

#[wasm_bindgen_test]
async fn denied_says_by_whom_when_and_why_and_lets_one_ask_again() {
    let backend = fixtures::backend(&fixtures::denied());
    backend.answer(Method::Post, fixtures::REQUEST, &fixtures::pending(None));
    let page = open_on(&backend).await;
    assert!(page.says("Denied"));
    assert!(page.says("Robin Park"));
    assert!(page.says("Please name the system that will hold the key, then ask again."));
    assert!(page.container.query_selector("time").unwrap().is_some());
    ask(&page).await;
    assert!(page.has_role("button", "Withdraw request"));
}
