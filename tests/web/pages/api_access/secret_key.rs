use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey::pages::fixture;
use latchkey_contract::ProblemKind;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on, secret_is_in_the_document};
use crate::support::app::SESSION;
use crate::support::{
    HiddenTab, Portal, Setting, come_back, focused, frame, leave_page, tick, whole_document,
};

async fn revealed() -> Portal {
    let page = open(fixtures::approved()).await;
    page.press("Reveal secret key").await;
    assert!(page.says(fixtures::SECRET_KEY));
    page
}

fn is_masked(page: &Portal) {
    assert!(!secret_is_in_the_document());
    assert!(page.container.query_selector(".secret-dots:not([hidden])").unwrap().is_some());
    assert!(page.has_role("button", "Reveal secret key"));
    assert!(!page.has_role("button", "Hide secret key"));
}

#[wasm_bindgen_test]
async fn it_is_masked_and_not_even_fetched() {
    let page = open(fixtures::approved()).await;
    assert!(page.says("A private token used to authenticate and secure your API sessions."));
    is_masked(&page);
    assert!(page.backend.requests_to(Method::Post, fixtures::REVEAL).is_empty());
}

#[wasm_bindgen_test]
async fn it_is_revealed_and_hidden() {
    let page = revealed().await;
    let asked = page.backend.requests_to(Method::Post, fixtures::REVEAL);
    assert_eq!(asked[0].body.as_deref(), Some(r#"{"purpose":"show"}"#));
    assert!(page.says("Secret key shown. It hides again in 30 seconds."));
    page.press("Hide secret key").await;
    is_masked(&page);
    assert!(page.says("Secret key hidden."));
    assert_eq!(page.clock.pending(), 0, "nothing counts on");
}

#[wasm_bindgen_test]
async fn it_hides_after_thirty_seconds() {
    let page = revealed().await;
    assert!(page.says("Hides in 30 s"));
    page.wait(21).await;
    assert!(page.says("Hides in 9 s"));
    page.wait(8).await;
    assert!(page.says(fixtures::SECRET_KEY));
    page.wait(1).await;
    is_masked(&page);
    assert!(page.says("Secret key hidden."));
}

#[wasm_bindgen_test]
async fn the_countdown_is_no_live_region() {
    let page = revealed().await;
    let countdown = page.container.query_selector(".countdown-text").unwrap().unwrap();
    assert!(countdown.closest("[aria-live], [role=status], [role=alert], [role=timer]").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn keep_visible_stops_the_countdown_and_keeps_the_focus_near() {
    let page = revealed().await;
    crate::support::focus(&page.by_role("button", "Keep visible"));
    page.press("Keep visible").await;
    frame().await;
    assert_eq!(focused(), Some(page.by_role("button", "Hide secret key")));
    page.wait(600).await;
    assert!(page.says(fixtures::SECRET_KEY));
    page.press("Hide secret key").await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn after_keep_visible_the_next_reveal_counts_again() {
    let page = revealed().await;
    page.press("Keep visible").await;
    page.press("Hide secret key").await;
    page.press("Reveal secret key").await;
    assert!(page.says("Hides in 30 s"));
    page.wait(30).await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn the_focus_does_not_get_lost_when_time_is_up() {
    let page = revealed().await;
    crate::support::focus(&page.by_role("button", "Keep visible"));
    page.wait(30).await;
    frame().await;
    assert_eq!(focused(), Some(page.by_role("button", "Reveal secret key")));
}

#[wasm_bindgen_test]
async fn it_hides_when_the_tab_does() {
    let page = revealed().await;
    page.press("Keep visible").await;
    let hidden = HiddenTab::new();
    assert!(!secret_is_in_the_document(), "at once, before anything else runs");
    drop(hidden);
    tick().await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn it_is_wiped_when_the_page_is_left() {
    let page = revealed().await;
    leave_page();
    assert!(!secret_is_in_the_document());
    tick().await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn it_is_gone_with_the_page() {
    let here = RwSignal::new(true);
    let app = move || (move || here.get().then(super::page)).into_any();
    let page = Portal::open(Setting::user(), &fixtures::backend(&fixtures::approved()), app).await;
    page.press("Reveal secret key").await;
    assert!(secret_is_in_the_document());
    let value = page.container.query_selector(".secret-value").unwrap().unwrap();
    here.set(false);
    tick().await;
    assert_eq!(value.text_content().as_deref(), Some(""), "not even the element that is gone keeps it");
    assert!(!secret_is_in_the_document());
}

#[wasm_bindgen_test]
async fn an_answer_for_a_hidden_tab_is_not_shown() {
    let page = open(fixtures::approved()).await;
    page.backend.hold();
    page.press("Reveal secret key").await;
    let hidden = HiddenTab::new();
    page.backend.release();
    tick().await;
    assert!(!secret_is_in_the_document());
    drop(hidden);
}

#[wasm_bindgen_test]
async fn it_hides_when_the_session_ends() {
    let page = revealed().await;
    page.press("Keep visible").await;
    page.hear(LiveEvent::SessionEnded).await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn it_hides_when_another_tab_signs_in_as_somebody_else() {
    let page = revealed().await;
    let stranger = fixture::session(fixture::administrator());
    page.backend.forget(Method::Get, SESSION).answer(Method::Get, SESSION, &stranger);
    come_back();
    tick().await;
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn an_answer_for_a_session_that_has_ended_is_not_shown() {
    let page = open(fixtures::approved()).await;
    page.backend.hold();
    page.press("Reveal secret key").await;
    page.hear(LiveEvent::SessionEnded).await;
    page.backend.release();
    tick().await;
    assert!(!secret_is_in_the_document());
}

#[wasm_bindgen_test]
async fn after_signing_in_again_it_is_shown_when_asked_for() {
    let page = revealed().await;
    page.hear(LiveEvent::SessionEnded).await;
    let session = fixture::session(fixture::user());
    page.backend.forget(Method::Get, SESSION).answer(Method::Get, SESSION, &session);
    come_back();
    tick().await;
    is_masked(&page);
    page.press("Reveal secret key").await;
    assert!(page.says(fixtures::SECRET_KEY));
}

#[wasm_bindgen_test]
async fn replaced_in_another_window_it_hides_and_says_so() {
    let page = revealed().await;
    let replaced = latchkey_contract::api_access::ApiAccess {
        credentials: vec![fixtures::replaced_credential()],
        ..fixtures::approved()
    };
    page.backend.forget(Method::Get, fixtures::API_ACCESS).answer(
        Method::Get,
        fixtures::API_ACCESS,
        &replaced,
    );
    page.hear(LiveEvent::CredentialsChanged).await;
    is_masked(&page);
    assert!(page.says("Your secret key was replaced in another window"));
}

#[wasm_bindgen_test]
async fn disabled_by_an_administrator_it_hides() {
    let page = revealed().await;
    let suspended = fixtures::suspended();
    page.backend.forget(Method::Get, fixtures::API_ACCESS).answer(
        Method::Get,
        fixtures::API_ACCESS,
        &suspended,
    );
    page.hear(LiveEvent::AccessChanged { state: suspended.status.state() }).await;
    assert!(!secret_is_in_the_document());
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_shows_nothing() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.forget(Method::Post, fixtures::REVEAL);
    backend.refuse(Method::Post, fixtures::REVEAL, 500, ProblemKind::Internal);
    let page = open_on(&backend).await;
    page.press("Reveal secret key").await;
    assert!(page.says("The secret key could not be fetched"));
    is_masked(&page);
}

#[wasm_bindgen_test]
async fn it_never_gets_into_title_or_address() {
    let page = revealed().await;
    assert!(!document().title().contains("lks_"));
    assert!(!window().location().href().unwrap().contains("lks_"));
    assert_eq!(whole_document().matches(fixtures::SECRET_KEY).count(), 1, "{}", page.text());
}
