use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::fixture;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::app::{API_ACCESS, SESSION, backend_with};
use crate::support::{Portal, Setting, come_back, tick};

async fn page() -> (Portal, FakeBackend) {
    let backend = backend_with(&fixture::session(fixture::user()));
    let page = Portal::open(Setting::user(), &backend, || view! { <p>"Nothing"</p> }.into_any()).await;
    (page, backend)
}

/// Whether the latest reading of what is at `path` was marked as one that nobody asked for.
fn marked(backend: &FakeBackend, path: &str) -> bool {
    backend.requests_to(Method::Get, path).last().unwrap().unattended
}

#[wasm_bindgen_test]
async fn what_the_page_reads_when_it_is_opened_is_the_readers() {
    let (_page, backend) = page().await;
    assert!(!marked(&backend, API_ACCESS));
}

#[wasm_bindgen_test]
async fn what_a_live_event_makes_it_read_is_marked_while_nobody_is_there() {
    let (page, backend) = page().await;
    page.wait(61).await;
    page.hear(LiveEvent::CredentialsChanged).await;
    assert_eq!(backend.requests_to(Method::Get, API_ACCESS).len(), 2);
    assert!(marked(&backend, API_ACCESS));
}

#[wasm_bindgen_test]
async fn looking_for_the_session_is_marked_while_nobody_is_there() {
    let (page, backend) = page().await;
    page.wait(61).await;
    come_back();
    tick().await;
    assert!(marked(&backend, SESSION));
}

#[wasm_bindgen_test]
async fn whoever_uses_pointer_or_keyboard_is_there() {
    let (page, backend) = page().await;
    for act in ["pointerdown", "keydown"] {
        page.wait(61).await;
        window().dispatch_event(&Event::new(act).unwrap()).unwrap();
        page.hear(LiveEvent::CredentialsChanged).await;
        assert!(!marked(&backend, API_ACCESS), "{act}");
        page.wait(61).await;
        page.hear(LiveEvent::CredentialsChanged).await;
        assert!(marked(&backend, API_ACCESS), "{act}");
    }
}
