use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::fixtures;
use latchkey::pages::docs::fixture::OPENAPI;
use latchkey::pages::fixture;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{SESSION, open_app};
use crate::support::{Warnings, until};

/// A portal in which the user has keys.
fn backend() -> FakeBackend {
    let backend = fixtures::backend(&fixtures::approved());
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    backend.answer_with(Method::Get, "/api/v1/openapi.json", 200, OPENAPI);
    backend
}

#[wasm_bindgen_test]
fn what_is_read_outside_of_what_could_follow_it_is_heard() {
    let warnings = Warnings::listen();
    RwSignal::new(0).get();
    assert!(warnings.all().iter().any(|said| said.contains("outside a reactive tracking context")));
}

#[wasm_bindgen_test]
async fn no_page_reads_what_it_could_not_follow() {
    for (path, words) in [
        ("/dashboard", "Your credentials are ready."),
        ("/company/profile/api-info", "Quick start"),
        ("/company/profile/password", "Confirm Password"),
        ("/billing", "Billing is part of your cloud portal"),
        ("/docs", "All zones that the company may use."),
    ] {
        let warnings = Warnings::listen();
        let app = open_app(&backend(), path).await;
        until(path, || app.page.says(words)).await;
        assert_eq!(warnings.all(), Vec::<String>::new(), "{path}");
    }
}
