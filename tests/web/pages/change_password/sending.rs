use latchkey::api::Method;
use latchkey::api::fake::{FakeBackend, problem};
use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{FieldError, FieldErrorCode};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{NEW, OLD, fill, open};
use crate::support::focused;

const PASSWORD: &str = "/api/v1/profile/password";

#[wasm_bindgen_test]
async fn it_is_sent_told_and_nowhere_in_the_page_after_that() {
    let backend = FakeBackend::new();
    backend.answer_with(Method::Put, PASSWORD, 204, "");
    let page = open(&backend).await;
    fill(&page, OLD, NEW, NEW).await;
    page.press("Update").await;
    let sent = backend.requests_to(Method::Put, PASSWORD);
    assert_eq!(sent.len(), 1);
    let body: serde_json::Value = serde_json::from_str(sent[0].body.as_deref().unwrap()).unwrap();
    assert_eq!(body, serde_json::json!({ "old_password": OLD, "new_password": NEW }));
    assert!(page.says("Your password is changed. Your other sessions have ended."));
    for label in ["Old Password", "New Password", "Confirm Password"] {
        assert_eq!(page.by_label(label).value(), "");
        assert_eq!(page.by_label(label).get_attribute("aria-invalid"), None);
    }
}

#[wasm_bindgen_test]
async fn a_wrong_old_password_is_told_beside_its_field() {
    let backend = FakeBackend::new();
    let mut refusal = problem(422, ProblemKind::InvalidFields);
    refusal.errors.push(FieldError {
        field: "old_password".into(),
        code: FieldErrorCode::WrongPassword,
        detail: String::new(),
    });
    backend.refuse_with(Method::Put, PASSWORD, refusal);
    let page = open(&backend).await;
    fill(&page, "not the password", NEW, NEW).await;
    page.press("Update").await;
    assert!(page.says("This password is not right. Try again."));
    assert_eq!(focused(), Some(page.by_label("Old Password").into()));
    assert_eq!(page.by_label("New Password").value(), NEW);
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_keeps_what_was_typed() {
    let backend = FakeBackend::new();
    let mut refusal = problem(429, ProblemKind::TooManyAttempts);
    refusal.retry_after = Some(8);
    backend.refuse_with(Method::Put, PASSWORD, refusal);
    let page = open(&backend).await;
    fill(&page, OLD, NEW, NEW).await;
    page.press("Update").await;
    assert!(page.says("Your password was not changed"));
    assert!(page.says("Wait 8 seconds, then try again."));
    assert_eq!(page.by_label("Old Password").value(), OLD);
}
