use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::ProblemKind;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open_on, secret_is_in_the_document};
use crate::support::{Portal, click, focused, frame, tick};

async fn revoke(page: &Portal) {
    page.press("Revoke key").await;
    let dialog = page.by_role("alertdialog", "Revoke this API key?").text_content().unwrap();
    assert!(dialog.contains(fixtures::API_KEY));
    assert!(dialog.contains("for good"));
    assert_eq!(focused(), Some(page.by_role("button", "Cancel")));
    click(&page.container.query_selector("dialog[open] .button-danger").unwrap().unwrap());
    tick().await;
}

#[wasm_bindgen_test]
async fn a_revoked_key_leaves_room_for_a_new_one() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Post, fixtures::REVOKE, &fixtures::revoked_credential());
    let page = open_on(&backend).await;
    page.press("Reveal secret key").await;
    revoke(&page).await;
    assert!(!secret_is_in_the_document());
    assert!(page.says("You have no API key"));
    assert!(page.says("API key revoked."));
    assert!(page.has_role("button", "Create API key"));
    assert!(!page.has_role("button", "Copy secret key"));
    frame().await;
    assert_eq!(focused(), page.container.query_selector("h1").unwrap());
}

#[wasm_bindgen_test]
async fn revoked_in_another_window_already_shows_that() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Get, fixtures::API_ACCESS, &fixtures::revoked());
    backend.refuse(Method::Post, fixtures::REVOKE, 409, ProblemKind::WrongState);
    let page = open_on(&backend).await;
    revoke(&page).await;
    assert!(page.says("You have no API key"));
}

#[wasm_bindgen_test]
async fn a_failure_is_told_in_the_dialog_and_the_key_stays() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.refuse(Method::Post, fixtures::REVOKE, 503, ProblemKind::Unavailable);
    let page = open_on(&backend).await;
    revoke(&page).await;
    let dialog = page.by_role("alertdialog", "Revoke this API key?");
    assert!(dialog.text_content().unwrap().contains("Try again in a moment."));
    page.press("Cancel").await;
    assert!(page.has_role("button", "Copy secret key"));
}
