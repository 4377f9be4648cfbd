use latchkey::pages::api_access::fixtures;
use latchkey::platform::clipboard::CopyOutcome;
use latchkey_contract::api_access::ApiAccess;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, page};
use crate::support::{Portal, Setting, selected_text};

#[wasm_bindgen_test]
async fn it_is_shown_in_full_with_what_it_is_for() {
    let page = open(fixtures::approved()).await;
    assert!(page.says("A public key used to identify your API requests."));
    assert!(page.says(fixtures::API_KEY));
}

#[wasm_bindgen_test]
async fn it_says_when_from_where_and_for_what_it_was_used_last() {
    let page = open(fixtures::approved()).await;
    assert!(page.says("Not used yet"));
    drop(page);

    let credentials = vec![fixtures::used_credential()];
    let page = open(ApiAccess { credentials, ..fixtures::approved() }).await;
    assert!(page.says("2001:db8:1234:5678:9abc:def0:1234:5678: GET /restapi/instance/instanceList"));
    assert!(!page.says("Not used yet"));
}

#[wasm_bindgen_test]
async fn it_is_copied_and_that_is_told() {
    let page = open(fixtures::approved()).await;
    page.press("Copy API key").await;
    assert_eq!(page.clipboard.text().as_deref(), Some(fixtures::API_KEY));
    assert!(page.says("API key copied."));
}

#[wasm_bindgen_test]
async fn where_the_browser_does_not_copy_it_is_selected() {
    for outcome in [CopyOutcome::Refused, CopyOutcome::Unavailable] {
        let backend = fixtures::backend(&fixtures::approved());
        let page = Portal::open(Setting::user().that_copies(outcome), &backend, page).await;
        page.press("Copy API key").await;
        assert_eq!(selected_text(), fixtures::API_KEY);
        assert!(page.says("Press Ctrl+C") || page.says("Press ⌘C"));
    }
}
