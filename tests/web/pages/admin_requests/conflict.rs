use latchkey::api::Method;
use latchkey::pages::administration::fixtures;
use latchkey_contract::admin::{AccessRequest, RequestState};
use latchkey_contract::problem::Current;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{APPROVE, DENY, asked, backend_with, open};
use crate::support::{Portal, type_into};

async fn too_late(current: AccessRequest) -> Portal {
    let backend = backend_with(vec![asked()]);
    for act in ["approve", "deny"] {
        let refusal = fixtures::conflict(Current::AccessRequest(current.clone()));
        backend.refuse_with(Method::Post, &fixtures::request_act(10, act), refusal);
    }
    open(&backend).await
}

fn buttons(page: &Portal) -> usize {
    page.all_by_role("button", APPROVE).len() + page.all_by_role("button", DENY).len()
}

#[wasm_bindgen_test]
async fn who_comes_second_is_told_what_the_first_one_did() {
    let page = too_late(fixtures::decided(asked(), RequestState::Denied, Some("Ask your team lead."))).await;
    page.press(APPROVE).await;
    assert!(page.says("Robin Park already denied the request of Uma Userton."));
    assert!(page.says("Ask your team lead."), "the row shows it as it is now");
    assert_eq!(buttons(&page), 0);
}

#[wasm_bindgen_test]
async fn a_denial_that_comes_second_closes_its_dialog() {
    let page = too_late(fixtures::decided(asked(), RequestState::Approved, None)).await;
    page.press(DENY).await;
    type_into(&page.by_label("Reason"), "Not now.");
    page.press("Deny request").await;
    assert!(!page.has_role("dialog", "Deny the request of Uma Userton?"));
    assert!(page.says("Robin Park already approved the request of Uma Userton."));
    assert_eq!(buttons(&page), 0);
}

#[wasm_bindgen_test]
async fn a_request_that_was_withdrawn_is_called_that() {
    let withdrawn = AccessRequest { version: 2, state: RequestState::Withdrawn, ..asked() };
    let page = too_late(withdrawn).await;
    page.press(APPROVE).await;
    assert!(page.says("Uma Userton withdrew the request meanwhile."));
    assert_eq!(buttons(&page), 0);
}

#[wasm_bindgen_test]
async fn a_newer_version_that_still_waits_can_be_decided() {
    let page = too_late(AccessRequest { version: 2, ..asked() }).await;
    page.press(APPROVE).await;
    assert!(page.says("was changed meanwhile"));
    assert_eq!(buttons(&page), 2);
    page.press(APPROVE).await;
    let sent = page.backend.requests_to(Method::Post, &fixtures::request_act(10, "approve"));
    assert_eq!(sent[1].body.as_deref(), Some(r#"{"version":2}"#));
}
