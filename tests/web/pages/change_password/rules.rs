use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{NEW, OLD, fill, open};
use crate::support::{Portal, focused};

/// Presses "Update" and tells which field was refused, for the reason that is given.
async fn refused(page: &Portal, label: &str, reason: &str) {
    page.press("Update").await;
    let field = page.by_label(label);
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"), "{label}");
    assert!(page.says(reason), "{reason}");
    assert_eq!(focused(), Some(field.into()));
    assert!(page.backend.requests_to(Method::Put, "/api/v1/profile/password").is_empty());
}

#[wasm_bindgen_test]
async fn they_are_told_before_anything_is_typed() {
    let page = open(&FakeBackend::new()).await;
    assert!(page.says("has at least 12 characters (still to do)"));
    assert!(page.says("Your sessions in other browsers end"));
}

#[wasm_bindgen_test]
async fn they_are_ticked_off_as_they_are_met() {
    let page = open(&FakeBackend::new()).await;
    fill(&page, OLD, NEW, "").await;
    assert!(page.says("has at least 12 characters (done)"));
    assert!(page.says("differs from the old one (done)"));
    assert!(page.says("is typed twice in the same way (still to do)"));
}

#[wasm_bindgen_test]
async fn nothing_typed_is_refused() {
    let page = open(&FakeBackend::new()).await;
    refused(&page, "Old Password", "Fill this in.").await;
}

#[wasm_bindgen_test]
async fn a_short_one_is_refused() {
    let page = open(&FakeBackend::new()).await;
    fill(&page, OLD, "too short", "too short").await;
    refused(&page, "New Password", "Use at least 12 characters.").await;
}

#[wasm_bindgen_test]
async fn the_old_one_again_is_refused() {
    let page = open(&FakeBackend::new()).await;
    fill(&page, OLD, OLD, OLD).await;
    refused(&page, "New Password", "Choose one that differs from the old one.").await;
}

#[wasm_bindgen_test]
async fn two_different_ones_are_refused() {
    let page = open(&FakeBackend::new()).await;
    fill(&page, OLD, NEW, "correct horse buttery").await;
    refused(&page, "Confirm Password", "This differs from the new password.").await;
}
