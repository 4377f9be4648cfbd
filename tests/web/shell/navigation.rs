use latchkey::api::Method;
use latchkey::pages::fixture;
use latchkey::place::Place;
use latchkey_contract::profile::Profile;
use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, backend_with, open_app, path_now};
use crate::support::{accessible_name, click, focused, frame, tick, type_into, until};

const LEAVE: &str = "Leave without saving?";

async fn open(path: &str) -> OpenApp {
    open_app(&backend_with(&fixture::session(fixture::user())), path).await
}

#[wasm_bindgen_test]
fn every_place_is_found_by_its_path() {
    for path in
        ["/dashboard", "/company/profile/api-info", "/company/roles", "/administration/users", "/docs"]
    {
        assert_eq!(Place::at(path).path(), path);
        assert_eq!(Place::at(&format!("{path}/")), Place::at(path));
    }
    assert_eq!(Place::at("/"), Place::Dashboard);
    assert_eq!(Place::at("/company/profile/nothing"), Place::NotFound);
}

#[wasm_bindgen_test]
async fn a_page_has_its_title_and_takes_the_focus() {
    let app = open("/network").await;
    frame().await;
    assert_eq!(document().title(), "Networks · Network · Latchkey");
    click(&app.page.by_role("link", "Monitoring"));
    frame().await;
    frame().await;
    assert_eq!(path_now(), "/monitoring");
    assert_eq!(document().title(), "Monitoring · Latchkey");
    assert_eq!(focused().unwrap().tag_name(), "H1");
    assert_eq!(accessible_name(&focused().unwrap()), "Monitoring");
}

#[wasm_bindgen_test]
async fn the_root_is_the_dashboard() {
    let app = open("/").await;
    assert_eq!(path_now(), "/dashboard");
    assert!(app.page.has_role("heading", "Dashboard"));
}

#[wasm_bindgen_test]
async fn an_unknown_address_says_so() {
    let app = open("/no/such/page").await;
    assert!(app.page.has_role("heading", "Page not found"));
}

#[wasm_bindgen_test]
async fn administration_is_nothing_to_a_user() {
    let app = open("/administration/users").await;
    assert!(app.page.has_role("heading", "Page not found"));
}

/// My Profile with something typed into it.
async fn open_dirty() -> OpenApp {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.answer(Method::Get, "/api/v1/profile", &Profile::default());
    let app = open_app(&backend, "/network").await;
    click(&app.page.by_role("button", "Company"));
    tick().await;
    click(&app.page.by_role("link", "Profile"));
    until("the form", || app.page.says("City")).await;
    type_into(&app.page.by_label("City"), "Berlin");
    tick().await;
    app
}

#[wasm_bindgen_test]
async fn unsaved_changes_are_asked_about_before_a_link_is_followed() {
    let app = open_dirty().await;
    click(&app.page.by_role("link", "Apps"));
    frame().await;
    assert!(app.page.has_role("alertdialog", LEAVE));
    assert_eq!(app.page.by_label("City").value(), "Berlin", "still here");
    click(&app.page.by_role("button", "Cancel"));
    frame().await;
    assert_eq!(path_now(), "/company/profile");
    assert_eq!(app.page.by_label("City").value(), "Berlin");

    click(&app.page.by_role("link", "Apps"));
    frame().await;
    click(&app.page.by_role("button", "Leave without saving"));
    until("the other page", || path_now() == "/apps").await;
    assert!(app.page.has_role("heading", "Apps"));
}

#[wasm_bindgen_test]
async fn unsaved_changes_are_asked_about_before_going_back() {
    let app = open_dirty().await;
    window().history().unwrap().back().unwrap();
    until("the question", || app.page.has_role("alertdialog", LEAVE)).await;
    click(&app.page.by_role("button", "Cancel"));
    until("the address of before", || path_now() == "/company/profile").await;
    assert_eq!(app.page.by_label("City").value(), "Berlin");
}
