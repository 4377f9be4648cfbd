use latchkey::api::Method;
use latchkey::pages::administration::fixtures;
use latchkey_contract::Page;
use latchkey_contract::admin::UserAccess;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{backend_with, open, uma};
use crate::support::{tick, type_into};

#[wasm_bindgen_test]
async fn it_says_where_everybody_stands() {
    let page = open(&backend_with(fixtures::users().items)).await;
    let badges = page.container.query_selector_all("tbody .badge").unwrap();
    let words: Vec<_> =
        (0..badges.length()).map(|at| badges.get(at).unwrap().text_content().unwrap()).collect();
    assert_eq!(words, ["Pending", "Enabled", "Disabled", "Denied", "Not requested"]);
}

#[wasm_bindgen_test]
async fn it_searches_a_moment_after_the_last_key() {
    let backend = backend_with(vec![uma(AccessState::Approved)]);
    let page = open(&backend).await;
    let read = || backend.requests_to(Method::Get, fixtures::USERS);
    type_into(&page.by_label("Search"), "u");
    tick().await;
    type_into(&page.by_label("Search"), " uma ");
    tick().await;
    assert_eq!(read().len(), 1);
    page.wait(1).await;
    assert_eq!(read().len(), 2);
    assert_eq!(read()[1].path, "/api/v1/admin/users?search=uma");
}

#[wasm_bindgen_test]
async fn a_search_that_finds_nothing_can_be_cleared() {
    let backend = backend_with(vec![uma(AccessState::Approved)]);
    let page = open(&backend).await;
    let nobody: Page<UserAccess> = Page { items: Vec::new(), next: None };
    backend.forget(Method::Get, fixtures::USERS).answer(Method::Get, fixtures::USERS, &nobody);
    type_into(&page.by_label("Search"), "zzz");
    tick().await;
    page.wait(1).await;
    assert!(page.says("Nothing matches your search"));
    page.press("Clear search").await;
    assert_eq!(page.by_label("Search").value(), "");
    page.wait(1).await;
    assert_eq!(backend.requests_to(Method::Get, fixtures::USERS)[2].path, "/api/v1/admin/users");
}

#[wasm_bindgen_test]
async fn it_is_kept_true() {
    let backend = backend_with(vec![uma(AccessState::Pending)]);
    let page = open(&backend).await;
    let now = Page { items: vec![uma(AccessState::Approved)], next: None };
    backend.forget(Method::Get, fixtures::USERS).answer(Method::Get, fixtures::USERS, &now);
    page.hear(LiveEvent::UserAccessChanged { user_id: uma(AccessState::Approved).user_id }).await;
    assert!(page.says("Enabled"));
    assert!(page.has_role("button", "Disable API access of Uma Userton"));
}
