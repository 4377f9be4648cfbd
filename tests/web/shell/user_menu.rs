use latchkey::api::Method;
use latchkey::pages::fixture;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, SESSION, backend_with, open_app, path_now};
use crate::support::{click, frame, press_key, tick};

const BUTTON: &str = "Account: Uma Userton";

async fn open(backend: &latchkey::api::fake::FakeBackend) -> OpenApp {
    let app = open_app(backend, "/dashboard").await;
    click(&app.page.by_role("button", BUTTON));
    tick().await;
    app
}

#[wasm_bindgen_test]
async fn it_says_who_is_signed_in() {
    let app = open(&backend_with(&fixture::session(fixture::user()))).await;
    for text in ["Uma Userton", "user@demo.example", "Billing Admin", "Demo Ltd"] {
        assert!(app.page.says(text), "{text}");
    }
    press_key("Escape");
    tick().await;
    assert!(!app.page.has_role("button", "Sign out"));
}

#[wasm_bindgen_test]
async fn signing_out_leads_to_the_sign_in_page() {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.answer_with(Method::Delete, SESSION, 204, "");
    let app = open(&backend).await;
    click(&app.page.by_role("button", "Sign out"));
    frame().await;
    assert_eq!(path_now(), "/sign-in");
    assert!(app.page.has_role("heading", "Sign in to Latchkey"));
    assert!(!app.page.says("user@demo.example"));
}

#[wasm_bindgen_test]
async fn who_cannot_be_signed_out_is_told_so() {
    let backend = backend_with(&fixture::session(fixture::user()));
    let app = open(&backend).await;
    backend.set_offline(true);
    click(&app.page.by_role("button", "Sign out"));
    tick().await;
    assert!(app.page.says("You are still signed in."));
}

#[wasm_bindgen_test]
async fn the_theme_is_applied_and_remembered() {
    let app = open(&backend_with(&fixture::session(fixture::user()))).await;
    let root = document().document_element().unwrap();
    let choices = app
        .page
        .container
        .query_selector(".theme-switch")
        .unwrap()
        .unwrap()
        .query_selector_all("input")
        .unwrap();
    let choose = |index| click(choices.get(index).unwrap().unchecked_ref());
    choose(1);
    tick().await;
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(latchkey::platform::storage::read("latchkey.theme").as_deref(), Some("dark"));
    choose(2);
    tick().await;
    assert_eq!(root.get_attribute("data-theme"), None);
    assert_eq!(latchkey::platform::storage::read("latchkey.theme"), None);
}
