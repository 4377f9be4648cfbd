use std::collections::BTreeMap;

use latchkey::api::Method;
use latchkey::pages::fixture;
use latchkey_contract::portal_config::{MenuEntry, PortalConfig};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, backend_with, open_app};

async fn billing(link: Option<&str>) -> OpenApp {
    let backend = backend_with(&fixture::session(fixture::user()));
    let entry = MenuEntry { link: link.map(str::to_owned), hidden: false };
    let entries = BTreeMap::from([("billing".to_owned(), entry)]);
    backend.answer(Method::Get, "/config.json", &PortalConfig { entries, ..PortalConfig::default() });
    open_app(&backend, "/billing").await
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
