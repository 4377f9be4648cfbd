use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::ProblemKind;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on, secret_is_in_the_document};
use crate::support::{Portal, click, focused};

/// The dialog's own button, which has the name of the one that opened it.
fn confirm(page: &Portal) -> web_sys::Element {
    page.container.query_selector("dialog[open] .button-danger").unwrap().unwrap()
}

#[wasm_bindgen_test]
async fn the_dialog_names_the_key_and_what_breaks_and_starts_on_cancel() {
    let page = open(fixtures::approved()).await;
    page.press("Replace secret key").await;
    assert!(page.has_role("alertdialog", "Replace the secret key?"));
    let dialog = page.by_role("alertdialog", "Replace the secret key?").text_content().unwrap();
    assert!(dialog.contains(fixtures::API_KEY));
    assert!(dialog.contains("stops working at once"));
    assert_eq!(focused(), Some(page.by_role("button", "Cancel")));
    page.press("Cancel").await;
    assert!(page.backend.requests_to(Method::Post, fixtures::REPLACE).is_empty());
}

#[wasm_bindgen_test]
async fn it_is_replaced_and_what_was_shown_is_hidden() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Post, fixtures::REPLACE, &fixtures::replaced_credential());
    let page = open_on(&backend).await;
    page.press("Reveal secret key").await;
    page.press("Replace secret key").await;
    click(&confirm(&page));
    assert!(!secret_is_in_the_document());
    crate::support::tick().await;
    assert!(page.says("Secret key replaced."));
    assert!(!page.has_role("alertdialog", "Replace the secret key?"));
    assert!(!page.says("in another window"), "this window did it");
}

#[wasm_bindgen_test]
async fn a_failure_is_told_in_the_dialog() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.refuse(Method::Post, fixtures::REPLACE, 500, ProblemKind::Internal);
    let page = open_on(&backend).await;
    page.press("Replace secret key").await;
    click(&confirm(&page));
    crate::support::tick().await;
    let dialog = page.by_role("alertdialog", "Replace the secret key?");
    assert!(dialog.text_content().unwrap().contains("Try again in a moment."));
}
