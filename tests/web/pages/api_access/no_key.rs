use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::ApiAccess;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on};

#[wasm_bindgen_test]
async fn it_says_which_key_was_revoked_and_makes_another() {
    let backend = fixtures::backend(&fixtures::revoked());
    backend.answer(Method::Post, fixtures::CREDENTIALS, &fixtures::second_credential());
    let page = open_on(&backend).await;
    assert!(page.says(fixtures::API_KEY));
    assert!(page.says("Calls with it are refused."));
    page.press("Create API key").await;
    assert!(page.says(&fixtures::second_credential().api_key));
    assert!(page.says("API key created."));
    assert!(page.has_role("button", "Reveal secret key"));
    let made = backend.requests_to(Method::Post, fixtures::CREDENTIALS);
    assert!(made[0].idempotency_key.is_some());
}

#[wasm_bindgen_test]
async fn trying_again_after_a_failure_makes_only_one() {
    let backend = fixtures::backend(&fixtures::revoked());
    backend.refuse(Method::Post, fixtures::CREDENTIALS, 503, ProblemKind::Unavailable);
    let page = open_on(&backend).await;
    page.press("Create API key").await;
    assert!(page.says("No API key was created"));
    page.press("Create API key").await;
    let made = backend.requests_to(Method::Post, fixtures::CREDENTIALS);
    assert_eq!(made[0].idempotency_key, made[1].idempotency_key);
}

#[wasm_bindgen_test]
async fn while_keys_are_refused_none_can_be_made() {
    let page =
        open(ApiAccess { credentials: vec![fixtures::revoked_credential()], ..fixtures::suspended() }).await;
    assert!(page.says("You have no API key"));
    assert!(!page.has_role("button", "Create API key"));
}
