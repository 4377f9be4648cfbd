use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::{api_access::fixtures, fixture};
use latchkey_contract::ProblemKind;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{page, secret_is_in_the_document};
use crate::support::{Portal, Setting, click, tick, type_into};

const STEP_UP: &str = "/api/v1/session/step-up";

/// Wants the password before it hands out the secret key, once.
fn backend() -> FakeBackend {
    let backend = fixtures::backend(&fixtures::approved());
    backend.forget(Method::Post, fixtures::REVEAL);
    backend.refuse(Method::Post, fixtures::REVEAL, 403, ProblemKind::StepUpRequired);
    backend.answer(
        Method::Post,
        fixtures::REVEAL,
        &json!({ "secret_key": fixtures::SECRET_KEY, "secret_version": 1 }),
    );
    backend
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user().not_stepped_up(), backend, page).await
}

async fn confirm(page: &Portal, password: &str) {
    type_into(&page.by_label("Password"), password);
    page.press("Confirm").await;
}

#[wasm_bindgen_test]
async fn revealing_goes_on_once_the_password_is_given() {
    let backend = backend();
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let page = open(&backend).await;
    page.press("Reveal secret key").await;
    assert!(page.has_role("dialog", "Confirm it's you"));
    assert!(!secret_is_in_the_document());
    confirm(&page, "correct horse").await;
    assert!(!page.has_role("dialog", "Confirm it's you"));
    assert!(page.says(fixtures::SECRET_KEY));
}

#[wasm_bindgen_test]
async fn copying_goes_on_inside_the_click_that_confirms() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let page = open(&backend).await;
    page.press("Copy secret key").await;
    assert_eq!(page.clipboard.writes_begun(), 0);
    assert!(backend.requests_to(Method::Post, fixtures::REVEAL).is_empty());
    type_into(&page.by_label("Password"), "correct horse");
    click(&page.by_role("button", "Confirm"));
    assert_eq!(page.clipboard.writes_begun(), 1);
    tick().await;
    assert_eq!(page.clipboard.text().as_deref(), Some(fixtures::SECRET_KEY));
    assert!(page.says("Secret key copied."));
    assert!(!secret_is_in_the_document());
}

#[wasm_bindgen_test]
async fn a_wrong_password_is_told_and_the_next_try_goes_on() {
    let backend = backend();
    backend.refuse(Method::Post, STEP_UP, 403, ProblemKind::WrongPassword);
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let page = open(&backend).await;
    page.press("Reveal secret key").await;
    confirm(&page, "wrong").await;
    assert!(page.says("This is not your password. Try again."));
    assert!(!secret_is_in_the_document());
    confirm(&page, "correct horse").await;
    assert!(page.says(fixtures::SECRET_KEY));
}

#[wasm_bindgen_test]
async fn a_changed_mind_says_nothing_and_shows_nothing() {
    let page = open(&backend()).await;
    for name in ["Reveal secret key", "Copy secret key"] {
        page.press(name).await;
        page.press("Cancel").await;
        assert!(!secret_is_in_the_document());
        assert!(!page.says("The secret key could not be fetched"));
        assert_eq!(page.by_role("button", name).get_attribute("aria-busy"), None);
    }
    assert_eq!(page.clipboard.text(), None);
}
