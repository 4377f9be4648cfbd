use latchkey::api::Method;
use latchkey::pages::administration::fixtures;
use latchkey_contract::ProblemKind;
use latchkey_contract::admin::RequestState;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{DENY, asked, backend_with, open};
use crate::support::{accessible_name, focus, focused, type_into};

const DIALOG: &str = "Deny the request of Uma Userton?";

#[wasm_bindgen_test]
async fn a_reason_is_needed() {
    let backend = backend_with(vec![asked()]);
    let page = open(&backend).await;
    page.press(DENY).await;
    assert!(page.has_role("dialog", DIALOG));
    page.press("Deny request").await;
    assert!(page.says("Fill this in."));
    let field = page.by_label("Reason");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(focused().map(|element| accessible_name(&element)), Some(accessible_name(&field)));
    assert_eq!(focused().unwrap().id(), field.id());
    assert!(backend.requests_to(Method::Post, &fixtures::request_act(10, "deny")).is_empty());
}

#[wasm_bindgen_test]
async fn it_is_sent_with_the_reason() {
    let backend = backend_with(vec![asked()]);
    let denied = fixtures::decided(asked(), RequestState::Denied, Some("Not now."));
    backend.answer(Method::Post, &fixtures::request_act(10, "deny"), &denied);
    let page = open(&backend).await;
    page.press(DENY).await;
    type_into(&page.by_label("Reason"), " Not now. ");
    page.press("Deny request").await;
    let sent = backend.requests_to(Method::Post, &fixtures::request_act(10, "deny"));
    assert_eq!(sent[0].body.as_deref(), Some(r#"{"version":1,"reason":"Not now."}"#));
    assert!(!page.has_role("dialog", DIALOG));
    assert!(page.says("Denied: Uma Userton is told why."));
    assert!(!page.has_role("button", DENY));
}

#[wasm_bindgen_test]
async fn what_was_typed_stays_when_it_fails() {
    let backend = backend_with(vec![asked()]);
    backend.refuse(Method::Post, &fixtures::request_act(10, "deny"), 503, ProblemKind::Unavailable);
    let page = open(&backend).await;
    page.press(DENY).await;
    type_into(&page.by_label("Reason"), "Not now.");
    page.press("Deny request").await;
    assert!(page.has_role("dialog", DIALOG));
    assert!(page.says("It may be starting or under maintenance."));
    assert_eq!(page.by_label("Reason").value(), "Not now.");
}

#[wasm_bindgen_test]
async fn a_changed_mind_leaves_no_reason_for_the_next_one() {
    let backend = backend_with(vec![fixtures::request(20, "Aiko Tanaka", "Other Ltd", None), asked()]);
    let page = open(&backend).await;
    focus(&page.by_role("button", DENY));
    page.press(DENY).await;
    type_into(&page.by_label("Reason"), "Not now.");
    page.press("Cancel").await;
    assert_eq!(focused(), Some(page.by_role("button", DENY)), "the focus goes back");
    page.press("Deny the request of Aiko Tanaka").await;
    assert_eq!(page.by_label("Reason").value(), "");
}
