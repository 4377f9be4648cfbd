use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::fixtures;
use latchkey::platform::clipboard::CopyOutcome;
use latchkey_contract::ProblemKind;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, page, secret_is_in_the_document};
use crate::support::{Portal, Setting, click, selected_text, tick};

async fn open_where_copies_are(outcome: CopyOutcome, backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user().that_copies(outcome), backend, page).await
}

#[wasm_bindgen_test]
async fn it_is_copied_without_being_shown() {
    let page = open(fixtures::approved()).await;
    click(&page.by_role("button", "Copy secret key"));
    assert_eq!(page.clipboard.writes_begun(), 1, "inside the click");
    assert!(!secret_is_in_the_document());
    tick().await;
    assert_eq!(page.clipboard.text().as_deref(), Some(fixtures::SECRET_KEY));
    assert!(!secret_is_in_the_document());
    let asked = page.backend.requests_to(Method::Post, fixtures::REVEAL);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].body.as_deref(), Some(r#"{"purpose":"copy"}"#));
    assert!(page.says("Secret key copied."));
    assert!(page.has_role("button", "Reveal secret key"));
}

#[wasm_bindgen_test]
async fn where_the_browser_does_not_copy_it_is_shown_and_selected() {
    for outcome in [CopyOutcome::Refused, CopyOutcome::Unavailable] {
        let page = open_where_copies_are(outcome, &fixtures::backend(&fixtures::approved())).await;
        page.press("Copy secret key").await;
        assert_eq!(page.clipboard.text(), None);
        assert!(page.says(fixtures::SECRET_KEY));
        assert_eq!(selected_text(), fixtures::SECRET_KEY);
        assert!(page.says("Press Ctrl+C") || page.says("Press ⌘C"));
        page.wait(30).await;
        assert!(!secret_is_in_the_document(), "shown that way it hides like any other");
    }
}

#[wasm_bindgen_test]
async fn a_secret_that_is_shown_already_is_not_fetched_again_to_be_selected() {
    let page =
        open_where_copies_are(CopyOutcome::Unavailable, &fixtures::backend(&fixtures::approved())).await;
    page.press("Reveal secret key").await;
    page.press("Copy secret key").await;
    assert_eq!(selected_text(), fixtures::SECRET_KEY);
    assert_eq!(page.backend.requests_to(Method::Post, fixtures::REVEAL).len(), 1);
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_copies_nothing() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.forget(Method::Post, fixtures::REVEAL);
    backend.refuse(Method::Post, fixtures::REVEAL, 503, ProblemKind::Unavailable);
    let page = open_where_copies_are(CopyOutcome::Done, &backend).await;
    page.press("Copy secret key").await;
    assert_eq!(page.clipboard.text(), None);
    assert!(!page.says("Secret key copied."));
    assert!(page.says("It may be starting or under maintenance."));
}
