use latchkey::api::Method;
use latchkey::api::fake::{FakeBackend, problem};
use latchkey::pages::fixture;
use latchkey_contract::ProblemKind;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, SESSION, answer_pages, open_app, path_now};
use crate::support::{click, focused, frame, tick, type_into};

fn signed_out() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, SESSION, 401, ProblemKind::NotSignedIn);
    answer_pages(&backend);
    backend
}

async fn sign_in(app: &OpenApp) {
    type_into(&app.page.by_label("E-mail"), "user@demo.example");
    type_into(&app.page.by_label("Password"), "correct horse battery");
    click(&app.page.by_role("button", "Sign in"));
    tick().await;
}

#[wasm_bindgen_test]
async fn a_deep_link_survives_signing_in() {
    let backend = signed_out();
    backend.answer(Method::Post, SESSION, &fixture::session(fixture::user()));
    let app = open_app(&backend, "/company/users?tab=2").await;
    assert_eq!(path_now(), "/sign-in?return=%2Fcompany%2Fusers%3Ftab%3D2");
    sign_in(&app).await;
    frame().await;
    assert_eq!(path_now(), "/company/users?tab=2");
    assert!(app.page.has_role("heading", "Users"));
    let sent = backend.requests_to(Method::Post, SESSION)[0].body.clone().unwrap();
    assert_eq!(sent, r#"{"email":"user@demo.example","password":"correct horse battery"}"#);
}

#[wasm_bindgen_test]
async fn wrong_credentials_keep_the_email_and_forget_the_password() {
    let backend = signed_out();
    backend.refuse(Method::Post, SESSION, 401, ProblemKind::WrongCredentials);
    let app = open_app(&backend, "/sign-in").await;
    sign_in(&app).await;
    assert!(app.page.says("E-mail or password is wrong."));
    assert_eq!(app.page.by_label("E-mail").value(), "user@demo.example");
    let password = app.page.by_label("Password");
    assert_eq!(password.value(), "");
    assert_eq!(focused(), Some(password.into()), "ready to be typed again");
}

#[wasm_bindgen_test]
async fn who_is_throttled_is_told_how_long_to_wait_and_when_it_is_over() {
    let backend = signed_out();
    let mut refusal = problem(429, ProblemKind::TooManyAttempts);
    refusal.retry_after = Some(30);
    backend.refuse_with(Method::Post, SESSION, refusal);
    let app = open_app(&backend, "/sign-in").await;
    sign_in(&app).await;
    assert!(app.page.says("Wait 30 seconds"));
    app.clock.advance(29_000);
    tick().await;
    assert!(!app.page.says("You can try again now."));
    app.clock.advance(1_000);
    tick().await;
    assert!(app.page.says("You can try again now."));
}

#[wasm_bindgen_test]
async fn empty_fields_are_named_and_nothing_is_sent() {
    let backend = signed_out();
    let app = open_app(&backend, "/sign-in").await;
    click(&app.page.by_role("button", "Sign in"));
    tick().await;
    assert_eq!(app.page.by_label("E-mail").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(app.page.by_label("Password").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(backend.requests_to(Method::Post, SESSION).is_empty());
}

#[wasm_bindgen_test]
async fn a_backend_that_does_not_answer_can_be_asked_again() {
    let backend = FakeBackend::new();
    backend.answer_with(Method::Get, SESSION, 500, "");
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    answer_pages(&backend);
    let app = open_app(&backend, "/compute").await;
    assert!(app.page.says("Backend not reachable"));
    assert!(app.page.says("cargo xtask start"));
    assert!(app.page.has_role("heading", "Compute"), "where one is, all the same");
    assert_eq!(document().title(), "Compute · Latchkey");
    click(&app.page.by_role("button", "Try again"));
    frame().await;
    assert!(!app.page.says("Backend not reachable"));
    assert!(app.page.has_role("heading", "Compute"));
    assert_eq!(document().title(), "Instances · Compute · Latchkey");
}

#[wasm_bindgen_test]
async fn the_page_has_its_name_before_it_is_known_who_reads_it() {
    for (path, name) in [
        ("/", "Dashboard"),
        ("/sign-in", "Sign in"),
        ("/company/profile", "My Profile"),
        ("/compute/volumes", "Compute"),
        ("/billing", "Billing"),
        ("/no/such/page", "Page not found"),
    ] {
        let backend = signed_out();
        backend.hold();
        let app = open_app(&backend, path).await;
        assert!(app.page.has_role("heading", name), "{path}");
        assert_eq!(document().title(), format!("{name} · Latchkey"));
        backend.release();
        tick().await;
        assert!(app.page.has_role("heading", "Sign in to Latchkey"));
    }
}
