use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::app::{Services, provide_services};
use latchkey::pages::docs::Docs;
use latchkey::pages::docs::fixture::OPENAPI;
use latchkey::pages::fixture;
use latchkey::platform::fake::FakeClock;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, backend_with, open_app};
use crate::support::{Mounted, by_id, click, focused, frame, mount, tick, type_into, until};

const DOCUMENT: &str = "/api/v1/openapi.json";

/// The page as somebody sees it who is not signed in.
pub(super) struct Open {
    pub(super) page: Mounted,
    pub(super) clock: FakeClock,
}

pub(super) async fn open_on(backend: &FakeBackend) -> Open {
    let clock = FakeClock::default();
    let services = (backend.clone(), clock.clone());
    let page = mount(move || {
        let (backend, clock) = services;
        provide_services(Services::fake(&backend, &clock));
        view! { <main><Docs /></main> }.into_any()
    });
    tick().await;
    Open { page, clock }
}

pub(super) async fn open() -> Open {
    let backend = FakeBackend::new();
    open_on(backend.answer_with(Method::Get, DOCUMENT, 200, OPENAPI)).await
}

pub(super) fn search(page: &Mounted, words: &str) {
    type_into(&page.by_label("Search the documentation"), words);
}

#[wasm_bindgen_test]
async fn it_is_there_for_somebody_who_is_not_signed_in() {
    let Open { page, .. } = open().await;
    assert!(page.has_role("heading", "API documentation"));
    assert!(page.has_role("heading", "GET /restapi/zone/zonelist"));
    assert!(page.says("All zones that the company may use."));
    assert!(page.says("apikey + secretkey"));
    assert!(page.says("Needs no credentials"));
    assert!(page.has_role("heading", "Authentication"));
    assert!(page.has_role("heading", "Errors"));
    assert!(page.says("urn:latchkey:problem:version-conflict"));
}

#[wasm_bindgen_test]
async fn every_operation_has_an_address_of_its_own() {
    let Open { page, .. } = open().await;
    let anchor = page.by_role("link", "Link to POST /api/v1/admin/api-requests/{id}/deny");
    assert_eq!(anchor.get_attribute("href").as_deref(), Some("/docs#deny_request"));
    assert_eq!(by_id("deny_request").tag_name(), "ARTICLE");
}

/// The same page in the whole app, at its own address.
async fn open_at(path: &str) -> OpenApp {
    let backend = backend_with(&fixture::session(fixture::user()));
    open_app(backend.answer_with(Method::Get, DOCUMENT, 200, OPENAPI), path).await
}

#[wasm_bindgen_test]
async fn a_link_of_the_contents_takes_the_focus_to_its_operation() {
    let app = open_at("/docs").await;
    click(&app.page.by_role("link", "Deny a request POST"));
    frame().await;
    tick().await;
    assert_eq!(window().location().hash().as_deref(), Ok("#deny_request"));
    assert_eq!(focused(), Some(by_id("deny_request-heading")));
}

#[wasm_bindgen_test]
async fn the_page_can_be_opened_at_an_operation() {
    let _app = open_at("/docs#deny_request").await;
    until("the focus is there", || focused() == Some(by_id("deny_request-heading"))).await;
}

#[wasm_bindgen_test]
async fn copy_buttons_are_told_apart() {
    let Open { page, .. } = open().await;
    assert!(page.has_role("button", "Copy curl of GET /restapi/zone/zonelist"));
    assert!(page.has_role("button", "Copy Answer 200 of GET /restapi/zone/zonelist"));
}

#[wasm_bindgen_test]
async fn a_document_that_does_not_come_can_be_asked_for_again() {
    let backend = FakeBackend::new();
    backend.set_offline(true);
    backend.answer_with(Method::Get, DOCUMENT, 200, OPENAPI);
    let Open { page, .. } = open_on(&backend).await;
    assert!(page.says("You seem to be offline"));
    backend.set_offline(false);
    click(&page.by_role("button", "Try again"));
    tick().await;
    assert!(page.has_role("heading", "GET /restapi/zone/zonelist"));
}
