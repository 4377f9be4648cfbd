use latchkey::api::Method;
use latchkey::api::fake::{FakeBackend, problem};
use latchkey::pages::api_access::fixtures;
use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::key_test::KeyTest;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open_on, secret_is_in_the_document};
use crate::support::{Portal, tick};

fn answers(test: &KeyTest) -> FakeBackend {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Post, fixtures::TEST, test);
    backend
}

async fn tested(backend: &FakeBackend) -> Portal {
    let page = open_on(backend).await;
    page.press("Test this key").await;
    page
}

#[wasm_bindgen_test]
async fn a_call_that_succeeds_shows_what_was_sent_and_what_came_back() {
    let page = tested(&answers(&fixtures::key_test())).await;
    assert!(page.says("200") && page.says("Your key works.") && page.says("Answered in 3 ms"));
    assert!(page.says("GET /restapi/zone/zonelist"));
    assert!(page.says(&format!("apikey: {}", fixtures::API_KEY)));
    assert!(page.says("secretkey: ••••••••"));
    assert!(
        page.says("{\n  \"count\": 1,\n  \"listZoneResponse\": ["),
        "readable, in the order that was answered"
    );
    let asked = page.backend.requests_to(Method::Post, fixtures::TEST);
    assert_eq!((asked.len(), asked[0].body.as_deref()), (1, Some("{}")));
    assert!(page.backend.requests_to(Method::Post, fixtures::REVEAL).is_empty());
    assert!(!secret_is_in_the_document());
}

#[wasm_bindgen_test]
async fn while_it_is_under_way_the_button_waits() {
    let page = open_on(&answers(&fixtures::key_test())).await;
    page.backend.hold();
    page.press("Test this key").await;
    page.press("Test this key").await;
    assert_eq!(page.by_role("button", "Test this key").get_attribute("aria-busy").as_deref(), Some("true"));
    assert!(!page.says("Your key works."));
    page.backend.release();
    tick().await;
    assert!(page.says("Your key works."));
    assert_eq!(page.backend.requests_to(Method::Post, fixtures::TEST).len(), 1);
}

#[wasm_bindgen_test]
async fn a_refused_call_is_an_answer_too() {
    for (status, words) in [
        (401, "The call was refused."),
        (403, "The call was refused."),
        (429, "Held back: this key was used too often just now."),
        (500, "The API failed."),
    ] {
        let page = tested(&answers(&fixtures::refused_test(status))).await;
        assert!(page.says(&status.to_string()) && page.says(words), "{status}");
        assert!(page.says("\"message\": \"API access is disabled on this account.\""));
    }
}

#[wasm_bindgen_test]
async fn it_can_be_done_again() {
    let backend = answers(&fixtures::refused_test(429));
    backend.answer(Method::Post, fixtures::TEST, &fixtures::key_test());
    let page = tested(&backend).await;
    assert!(page.says("Held back"));
    page.press("Test this key").await;
    assert!(page.says("Your key works."));
}

#[wasm_bindgen_test]
async fn what_keeps_it_from_being_done_is_told() {
    let backend = answers(&fixtures::key_test());
    let page = open_on(&backend).await;
    page.backend.set_offline(true);
    page.press("Test this key").await;
    assert!(page.says("The key was not tested") && page.says("could not be reached"));
    page.backend.set_offline(false);
    page.press("Test this key").await;
    assert!(page.says("Your key works.") && !page.says("The key was not tested"));

    let mut refusal = problem(429, ProblemKind::TooManyAttempts);
    refusal.retry_after = Some(5);
    backend.forget(Method::Post, fixtures::TEST).refuse_with(Method::Post, fixtures::TEST, refusal);
    page.press("Test this key").await;
    assert!(page.says("The key was not tested") && page.says("5 seconds"));
}

#[wasm_bindgen_test]
async fn a_long_answer_is_shown_as_far_as_it_is_told() {
    let page = tested(&answers(&fixtures::long_test())).await;
    assert!(page.says("The answer is longer. This is its beginning."));
    assert!(page.says("{\"count\":1,"));
}

#[wasm_bindgen_test]
async fn access_that_ends_under_way_takes_it_along() {
    let page = open_on(&answers(&fixtures::refused_test(403))).await;
    page.backend.hold();
    page.press("Test this key").await;
    page.backend.forget(Method::Get, fixtures::API_ACCESS).answer(
        Method::Get,
        fixtures::API_ACCESS,
        &fixtures::suspended(),
    );
    page.backend.release();
    page.hear(LiveEvent::AccessChanged { state: AccessState::Suspended }).await;
    assert!(page.says("Your keys are refused") && !page.has_role("button", "Test this key"));
}
