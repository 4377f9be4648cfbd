use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::ProblemKind;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on, page};
use crate::support::{Portal, Setting, tick};

const DISABLED: &str = "API Access is currently disabled on your account.";

/// What stands there whatever the state.
fn has_heading_and_documentation(page: &Portal) {
    assert!(page.has_role("heading", "Personal Access Token"), "{}", page.text());
    assert!(page.says("Click to view the API documentation."));
    assert_eq!(page.by_role("link", "API documentation").get_attribute("href").as_deref(), Some("/docs"));
}

#[wasm_bindgen_test]
async fn heading_and_documentation_are_there_in_every_state() {
    for access in [
        fixtures::disabled(),
        fixtures::pending(None),
        fixtures::denied(),
        fixtures::approved(),
        fixtures::suspended(),
        fixtures::revoked(),
    ] {
        let page = open(access).await;
        has_heading_and_documentation(&page);
        assert_eq!(
            page.all_by_role("link", "API Info").len() + page.all_by_role("link", "Request API Access").len(),
            1
        );
    }
}

#[wasm_bindgen_test]
async fn the_name_of_the_page_tells_whether_access_was_granted() {
    for (access, name, other) in [
        (fixtures::disabled(), "Request API Access", "API Info"),
        (fixtures::pending(None), "Request API Access", "API Info"),
        (fixtures::denied(), "Request API Access", "API Info"),
        (fixtures::approved(), "API Info", "Request API Access"),
        (fixtures::suspended(), "API Info", "Request API Access"),
        (fixtures::revoked(), "API Info", "Request API Access"),
    ] {
        let page = open(access).await;
        assert!(page.has_role("link", name));
        assert!(page.has_role("heading", name));
        assert!(!page.has_role("link", other));
        assert!(document().title().starts_with(name), "{}", document().title());
    }
}

#[wasm_bindgen_test]
async fn the_sentence_stands_there_until_access_is_granted() {
    for access in [fixtures::disabled(), fixtures::pending(None), fixtures::denied()] {
        assert!(open(access).await.says(DISABLED));
    }
    for access in [fixtures::approved(), fixtures::suspended(), fixtures::revoked()] {
        assert!(!open(access).await.says(DISABLED));
    }
}

#[wasm_bindgen_test]
async fn while_it_loads_it_claims_nothing() {
    let backend = fixtures::backend(&fixtures::approved());
    let page = open_on(backend.hold()).await;
    has_heading_and_documentation(&page);
    assert!(page.says("Loading…"));
    assert!(!page.says(DISABLED));
    backend.release();
    tick().await;
    assert!(page.says(fixtures::API_KEY));
}

#[wasm_bindgen_test]
async fn a_failure_says_what_to_do_and_can_be_tried_again() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, fixtures::API_ACCESS, 500, ProblemKind::Internal);
    let page = open_on(&backend).await;
    has_heading_and_documentation(&page);
    assert!(page.says("The server has a problem"));
    backend.forget(Method::Get, fixtures::API_ACCESS).answer(
        Method::Get,
        fixtures::API_ACCESS,
        &fixtures::denied(),
    );
    page.press("Try again").await;
    assert!(page.says("Robin Park"));
}

#[wasm_bindgen_test]
async fn offline_is_told_from_a_failure() {
    let backend = FakeBackend::new();
    backend.set_offline(true);
    let page = open_on(&backend).await;
    has_heading_and_documentation(&page);
    assert!(page.says("You seem to be offline"));
}

#[wasm_bindgen_test]
async fn suspended_keys_are_marked_and_not_handed_out() {
    let page = open(fixtures::suspended()).await;
    assert!(page.says("Your keys are refused"));
    assert!(page.says("Robin Park"));
    assert!(page.says("The key was seen in a public repository."));
    assert!(page.says("Refused"));
    assert!(page.says(fixtures::API_KEY));
    for name in ["Reveal secret key", "Copy secret key", "Replace secret key"] {
        assert!(!page.has_role("button", name), "{name}");
    }
    assert!(page.has_role("button", "Revoke key"));
}

#[wasm_bindgen_test]
async fn an_administrator_is_told_that_there_is_nothing_here() {
    let backend = FakeBackend::new();
    let page = Portal::open(Setting::administrator(), &backend, page).await;
    has_heading_and_documentation(&page);
    assert!(page.says("Administrators have no API access of their own"));
    assert!(backend.requests_to(Method::Get, fixtures::API_ACCESS).is_empty());
}

#[wasm_bindgen_test]
async fn the_important_notice_is_the_specifications() {
    let page = open(fixtures::approved()).await;
    assert!(page.says(
        "Important: Your secret key should be kept confidential. Do not share it in public repositories or unsecured environments."
    ));
}
