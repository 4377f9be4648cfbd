use latchkey::api::Method;
use latchkey::pages::administration::fixtures;
use latchkey_contract::ProblemKind;
use latchkey_contract::admin::UserAccess;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::problem::Current;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{backend_with, open, uma};
use crate::support::{focus, focused, frame, type_into};

const DISABLE: &str = "Disable API access of Uma Userton";
const ENABLE: &str = "Enable API access of Uma Userton";
const DIALOG: &str = "Disable API access of Uma Userton?";

#[wasm_bindgen_test]
async fn disabling_needs_a_reason_and_says_what_happens() {
    let backend = backend_with(vec![uma(AccessState::Approved)]);
    let suspended = UserAccess { version: 2, ..uma(AccessState::Suspended) };
    backend.answer(Method::Post, &fixtures::user_act(4, "disable"), &suspended);
    let page = open(&backend).await;
    page.press(DISABLE).await;
    let dialog = page.by_role("dialog", DIALOG).text_content().unwrap();
    assert!(dialog.contains("Every key of Uma Userton is refused at once."));
    page.press("Disable API access").await;
    assert!(page.says("Fill this in."));
    type_into(&page.by_label("Reason"), "Seen in a public repository.");
    page.press("Disable API access").await;
    let sent = backend.requests_to(Method::Post, &fixtures::user_act(4, "disable"));
    assert_eq!(sent[0].body.as_deref(), Some(r#"{"version":1,"reason":"Seen in a public repository."}"#));
    assert!(!page.has_role("dialog", DIALOG));
    assert!(page.says("API access of Uma Userton is disabled."));
    assert!(page.has_role("button", ENABLE));
    assert!(!page.has_role("button", DISABLE));
}

#[wasm_bindgen_test]
async fn one_click_enables_in_every_state_but_enabled() {
    for state in [AccessState::Disabled, AccessState::Pending, AccessState::Denied, AccessState::Suspended] {
        let backend = backend_with(vec![uma(state)]);
        let enabled = UserAccess { version: 2, ..uma(AccessState::Approved) };
        backend.answer(Method::Post, &fixtures::user_act(4, "enable"), &enabled);
        let page = open(&backend).await;
        focus(&page.by_role("button", ENABLE));
        page.press(ENABLE).await;
        let sent = backend.requests_to(Method::Post, &fixtures::user_act(4, "enable"));
        assert_eq!(sent[0].body.as_deref(), Some(r#"{"version":1}"#));
        assert!(page.says("API access of Uma Userton is enabled."));
        assert!(page.has_role("button", DISABLE));
        frame().await;
        assert_eq!(focused(), Some(page.by_role("button", DISABLE)), "the reader stays at this user");
    }
}

#[wasm_bindgen_test]
async fn who_comes_second_is_told_and_sees_what_is_there_now() {
    let backend = backend_with(vec![uma(AccessState::Approved)]);
    let current = UserAccess { version: 2, ..uma(AccessState::Suspended) };
    let refusal = fixtures::conflict(Current::UserAccess(current));
    backend.refuse_with(Method::Post, &fixtures::user_act(4, "disable"), refusal);
    let page = open(&backend).await;
    page.press(DISABLE).await;
    type_into(&page.by_label("Reason"), "Contract ended.");
    page.press("Disable API access").await;
    assert!(!page.has_role("dialog", DIALOG));
    assert!(page.says("API access of Uma Userton was already disabled by Robin Park."));
    assert!(page.says("The key was seen in a public repository."));
    assert!(page.has_role("button", ENABLE));
}

#[wasm_bindgen_test]
async fn what_was_typed_stays_when_it_fails() {
    let backend = backend_with(vec![uma(AccessState::Approved)]);
    backend.refuse(Method::Post, &fixtures::user_act(4, "disable"), 500, ProblemKind::Internal);
    let page = open(&backend).await;
    page.press(DISABLE).await;
    type_into(&page.by_label("Reason"), "Contract ended.");
    page.press("Disable API access").await;
    assert!(page.has_role("dialog", DIALOG));
    assert_eq!(page.by_label("Reason").value(), "Contract ended.");
}

#[wasm_bindgen_test]
async fn a_failure_to_enable_is_told() {
    let backend = backend_with(vec![uma(AccessState::Suspended)]);
    backend.refuse(Method::Post, &fixtures::user_act(4, "enable"), 500, ProblemKind::Internal);
    let page = open(&backend).await;
    page.press(ENABLE).await;
    assert!(page.says("Nothing was changed"));
    assert!(page.has_role("button", ENABLE));
}
