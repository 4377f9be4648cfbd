use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::fixtures;
use latchkey::pages::dashboard::keys_card::stories::{USAGE, counts, key, usage, used};
use latchkey_contract::credential::Credential;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::usage::ApiUsage;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page;
use crate::support::{Portal, Setting};

async fn open(usage: &ApiUsage) -> Portal {
    open_on(fixtures::backend(&fixtures::approved()).answer(Method::Get, USAGE, usage)).await
}

async fn open_on(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

/// What a term of a list stands for.
fn told(page: &Portal, name: &str) -> String {
    let terms = page.container.query_selector_all(".dashboard-counts > div").unwrap();
    let texts = (0..terms.length()).filter_map(|at| terms.get(at)?.text_content());
    texts.filter_map(|text| text.strip_prefix(name).map(str::to_owned)).next().unwrap()
}

#[wasm_bindgen_test]
async fn it_tells_what_keys_are_used_for() {
    let page = open(&usage(vec![key(fixtures::used_credential(), counts(1_840, 3, 12))])).await;
    assert_eq!(told(&page, "Successful"), "1,840");
    assert_eq!(told(&page, "Refused"), "3");
    assert_eq!(told(&page, "Failed"), "12");
    assert!(page.says("Last used Mar 2, 2026") && page.says("from 2001:db8:1234:5678:9abc:def0:1234:5678"));
    assert!(page.says("GET /restapi/instance/instanceList"));
}

#[wasm_bindgen_test]
async fn a_key_that_was_revoked_says_so() {
    let revoked =
        Credential { last_used: fixtures::used_credential().last_used, ..fixtures::revoked_credential() };
    let keys = vec![key(fixtures::second_credential(), counts(0, 0, 0)), key(revoked, counts(1, 0, 0))];
    let page = open(&usage(keys)).await;
    assert!(page.says("Active") && page.says("Revoked") && page.says("Not used yet"));
}

#[wasm_bindgen_test]
async fn without_a_key_it_says_what_would_be_here() {
    let page = open(&usage(Vec::new())).await;
    assert!(page.says("You have no API key") && page.says("Once you have one"));
}

#[wasm_bindgen_test]
async fn it_follows_the_use_of_a_key() {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Get, USAGE, &usage(vec![key(fixtures::credential(), counts(0, 0, 0))]));
    backend.answer(Method::Get, USAGE, &used());
    let page = open_on(&backend).await;
    assert!(page.says("Not used yet"));
    page.hear(LiveEvent::ActivityAdded).await;
    assert!(page.says("Not used yet"), "nothing of this card changed");
    page.hear(LiveEvent::KeyUsed).await;
    assert_eq!(told(&page, "Successful"), "1,840");
}

#[wasm_bindgen_test]
async fn administrators_have_no_keys() {
    let backend = FakeBackend::new();
    let page = Portal::open(Setting::administrator(), &backend, page).await;
    assert!(!page.says("Use of your API keys"));
    assert!(backend.requests_to(Method::Get, USAGE).is_empty());
}
