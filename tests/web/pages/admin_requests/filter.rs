use latchkey::api::Method;
use latchkey::pages::admin_requests::RequestsBy;
use latchkey::pages::admin_requests::filter::Filter;
use latchkey::pages::administration::fixtures;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{backend_with, open};
use crate::support::{Portal, Setting};

#[wasm_bindgen_test]
fn the_address_names_it_and_pending_is_meant_otherwise() {
    assert_eq!(Filter::of(None), Filter::Pending);
    assert_eq!(Filter::of(Some("denied")), Filter::Denied);
    assert_eq!(Filter::of(Some("all")), Filter::All);
    assert_eq!(Filter::of(Some("nonsense")), Filter::Pending);
}

#[wasm_bindgen_test]
async fn it_is_made_of_links_and_names_the_current_one() {
    let page = open(&backend_with(Vec::new())).await;
    let href = |name: &str| page.by_role("link", name).get_attribute("href").unwrap();
    assert_eq!(href("Pending"), "/administration/api-requests");
    assert_eq!(href("Approved"), "/administration/api-requests?state=approved");
    assert_eq!(href("Denied"), "/administration/api-requests?state=denied");
    assert_eq!(href("Withdrawn"), "/administration/api-requests?state=withdrawn");
    assert_eq!(href("All"), "/administration/api-requests?state=all");
    let current = page.container.query_selector_all(".filter [aria-current=page]").unwrap();
    assert_eq!(current.length(), 1);
    assert_eq!(current.get(0).unwrap().text_content().as_deref(), Some("Pending"));
}

#[wasm_bindgen_test]
async fn all_shows_every_state_with_what_was_decided() {
    let backend = backend_with(fixtures::history().items);
    let all = || view! { <RequestsBy filter=Signal::stored(Filter::All) /> }.into_any();
    let page = Portal::open(Setting::administrator(), &backend, all).await;
    let read = backend.requests_to(Method::Get, fixtures::REQUESTS);
    assert_eq!(read[0].path, "/api/v1/admin/api-requests");
    let badges = page.container.query_selector_all("tbody .badge").unwrap();
    let words: Vec<_> =
        (0..badges.length()).map(|at| badges.get(at).unwrap().text_content().unwrap()).collect();
    assert_eq!(words, ["Approved", "Denied", "Withdrawn"]);
    assert!(page.says("by Robin Park"));
}

#[wasm_bindgen_test]
async fn each_says_in_its_own_words_that_there_is_nothing() {
    for (view, words) in [
        (
            (|| view! { <RequestsBy filter=Signal::stored(Filter::Approved) /> }.into_any())
                as fn() -> AnyView,
            "No request was approved yet",
        ),
        (
            || view! { <RequestsBy filter=Signal::stored(Filter::Denied) /> }.into_any(),
            "No request was denied yet",
        ),
        (
            || view! { <RequestsBy filter=Signal::stored(Filter::Withdrawn) /> }.into_any(),
            "No request was withdrawn yet",
        ),
        (
            || view! { <RequestsBy filter=Signal::stored(Filter::All) /> }.into_any(),
            "Nobody has asked for API access yet",
        ),
    ] {
        let page = Portal::open(Setting::administrator(), &backend_with(Vec::new()), view).await;
        assert!(page.says(words), "{words}");
    }
}
