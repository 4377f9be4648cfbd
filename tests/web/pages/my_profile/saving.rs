use latchkey::api::Method;
use latchkey::api::fake::problem;
use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{FieldError, FieldErrorCode};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{PROFILE, backend, changed, fill, open, sent};
use crate::support::{focused, frame, tick};

#[wasm_bindgen_test]
async fn what_was_typed_is_sent_trimmed_with_the_version_that_was_seen() {
    let backend = backend();
    backend.answer(Method::Put, PROFILE, &changed(|profile| profile.fields.city = "Lisbon".into()));
    let page = open(&backend).await;
    fill(&page, "City", "  Lisbon ");
    page.press("Save changes").await;
    let sent = sent(&page);
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].version, sent[0].fields.city.as_str()), (3, "Lisbon"));
    assert!(sent[0].current_password.is_empty());
    assert!(page.says("Your profile is saved."));
    assert_eq!(page.by_label("City").value(), "Lisbon");
}

#[wasm_bindgen_test]
async fn what_only_the_backend_knows_is_told_beside_its_field() {
    let backend = backend();
    let mut refusal = problem(422, ProblemKind::InvalidFields);
    refusal.errors.push(FieldError {
        field: "time_zone".into(),
        code: FieldErrorCode::NotATimeZone,
        detail: String::new(),
    });
    backend.refuse_with(Method::Put, PROFILE, refusal);
    let page = open(&backend).await;
    fill(&page, "City", "Lisbon");
    page.press("Save changes").await;
    frame().await;
    let zone = page.by_label("Time Zone");
    assert_eq!(zone.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.says("Choose a time zone from the list."));
    assert_eq!(focused(), Some(zone.into()));
    assert_eq!(page.by_label("City").value(), "Lisbon");
}

#[wasm_bindgen_test]
async fn a_reserved_name_is_not_sent() {
    let page = open(&backend()).await;
    fill(&page, "First Name", "Operator");
    fill(&page, "Last Name", "-");
    page.press("Save changes").await;
    assert_eq!(page.by_label("First Name").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.says("This name is reserved. Choose a different one."));
    assert!(sent(&page).is_empty());
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_keeps_what_was_typed() {
    let backend = backend();
    backend.refuse(Method::Put, PROFILE, 500, ProblemKind::Internal);
    backend.answer(Method::Put, PROFILE, &changed(|profile| profile.fields.city = "Lisbon".into()));
    let page = open(&backend).await;
    fill(&page, "City", "Lisbon");
    page.press("Save changes").await;
    assert!(page.says("Your profile was not saved"));
    assert_eq!(page.by_label("City").value(), "Lisbon");
    page.press("Save changes").await;
    assert!(!page.says("Your profile was not saved"));
    assert!(page.says("Your profile is saved."));
}

#[wasm_bindgen_test]
async fn pressing_twice_sends_once() {
    let backend = backend();
    backend.answer(Method::Put, PROFILE, &changed(|profile| profile.fields.city = "Lisbon".into()));
    let page = open(&backend).await;
    fill(&page, "City", "Lisbon");
    backend.hold();
    page.press("Save changes").await;
    page.press("Save changes").await;
    backend.release();
    tick().await;
    assert_eq!(sent(&page).len(), 1);
}

#[wasm_bindgen_test]
async fn what_is_typed_while_it_is_being_saved_stays() {
    let backend = backend();
    backend.answer(Method::Put, PROFILE, &changed(|profile| profile.fields.city = "Lisbon".into()));
    let page = open(&backend).await;
    fill(&page, "City", "Lisbon");
    backend.hold();
    page.press("Save changes").await;
    fill(&page, "City", "Lisbon and beyond");
    backend.release();
    tick().await;
    assert_eq!(page.by_label("City").value(), "Lisbon and beyond");
}

#[wasm_bindgen_test]
async fn reset_brings_back_what_the_backend_has() {
    let page = open(&backend()).await;
    fill(&page, "City", "");
    page.press("Save changes").await;
    page.press("Reset").await;
    assert_eq!(page.by_label("City").value(), "Berlin");
    assert!(!page.says("needs your attention"));
    assert_eq!(page.by_label("City").get_attribute("aria-invalid"), None);
}
