use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::elsewhere::ElsewherePage;
use latchkey::pages::fixture;
use latchkey::place::Elsewhere;
use latchkey_contract::ProblemKind;
use latchkey_contract::portal_config::{MenuEntries, MenuEntry, PortalConfig};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::app::{OpenApp, backend_with, open_app};
use crate::support::{Portal, Setting, click, tick};

const CONFIG: &str = "/config.json";
const UNKNOWN: &str = "This portal does not know its address yet.";

fn backend() -> FakeBackend {
    backend_with(&fixture::session(fixture::user()))
}

fn link_billing(backend: &FakeBackend, link: Option<&str>) {
    let entry = MenuEntry { link: link.map(str::to_owned), hidden: false };
    let entries = MenuEntries::from_iter([("billing".to_owned(), entry)]);
    backend.answer(Method::Get, CONFIG, &PortalConfig { entries, ..PortalConfig::default() });
}

async fn billing(link: Option<&str>) -> OpenApp {
    let backend = backend();
    link_billing(&backend, link);
    open_app(&backend, "/billing").await
}

/// The page once what the operator set could not be read, though a link is set.
async fn unread() -> (OpenApp, FakeBackend) {
    let backend = backend();
    backend.refuse(Method::Get, CONFIG, 500, ProblemKind::Internal);
    link_billing(&backend, Some("https://portal.example/billing"));
    (open_app(&backend, "/billing").await, backend)
}

#[wasm_bindgen_test]
async fn the_operators_link_leads_there() {
    let app = billing(Some("https://portal.example/billing")).await;
    assert!(app.page.says("Billing is part of your cloud portal"));
    let link = app.page.by_role("link", "Open Billing");
    assert_eq!(link.get_attribute("href").as_deref(), Some("https://portal.example/billing"));
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
}

#[wasm_bindgen_test]
async fn without_one_it_says_how_to_set_it() {
    let app = billing(None).await;
    assert!(app.page.says("Billing is part of your cloud portal"));
    assert!(app.page.says("\"billing\": { \"link\":"));
    assert!(!app.page.has_role("link", "Open Billing"));
}

#[wasm_bindgen_test]
async fn a_link_that_is_no_address_is_not_followed() {
    let app = billing(Some("javascript:alert(1)")).await;
    assert!(!app.page.has_role("link", "Open Billing"));
}

#[wasm_bindgen_test]
async fn a_link_that_could_not_be_read_is_not_said_to_be_missing() {
    let (app, backend) = unread().await;
    assert!(app.page.says("The server has a problem"));
    assert!(!app.page.says(UNKNOWN));
    click(&app.page.by_role("button", "Try again"));
    tick().await;
    assert!(app.page.has_role("link", "Open Billing"));
    assert_eq!(backend.requests_to(Method::Get, CONFIG).len(), 2);
}

#[wasm_bindgen_test]
async fn it_is_read_again_once_the_browser_is_online_unless_it_is_there() {
    let (app, backend) = unread().await;
    for _ in 0..2 {
        window().dispatch_event(&Event::new("online").unwrap()).unwrap();
        tick().await;
        assert!(app.page.has_role("link", "Open Billing"));
        assert_eq!(backend.requests_to(Method::Get, CONFIG).len(), 2);
    }
}

#[wasm_bindgen_test]
async fn a_link_that_is_still_being_read_is_waited_for() {
    let backend = backend();
    link_billing(&backend, Some("https://portal.example/billing"));
    let page = || view! { <ElsewherePage part=Elsewhere::Billing /> }.into_any();
    let page = Portal::open(Setting::user(), backend.hold(), page).await;
    assert!(page.says("Billing is part of your cloud portal"));
    assert!(!page.says(UNKNOWN));
    backend.release();
    tick().await;
    assert!(page.has_role("link", "Open Billing"));
}
