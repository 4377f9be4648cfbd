use latchkey::api::Method;
use latchkey::pages::fixture;
use latchkey_contract::portal_config::{MenuEntries, MenuEntry, PortalConfig};
use latchkey_contract::session::Account;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::support::app::{OpenApp, backend_with, open_app};
use crate::support::{Mounted, accessible_name, is_shown};

const PORTAL: [&str; 9] = [
    "Dashboard",
    "Compute",
    "Network",
    "Apps",
    "Monitoring",
    "Billing",
    "Company",
    "Help Center",
    "Changelog",
];

/// The entries of the menu itself, flyouts aside.
fn entries(page: &Mounted) -> Vec<String> {
    let menu = page.by_role("navigation", "Main");
    let all = menu.query_selector_all("ul:not(.flyout ul) > li a, ul:not(.flyout ul) > li button").unwrap();
    let all = (0..all.length()).map(|index| all.get(index).unwrap().unchecked_into::<Element>());
    all.filter(is_shown).map(|entry| accessible_name(&entry)).collect()
}

async fn open(account: Account) -> OpenApp {
    open_app(&backend_with(&fixture::session(account)), "/dashboard").await
}

#[wasm_bindgen_test]
async fn the_portals_nine_entries_stand_in_its_order() {
    let app = open(fixture::user()).await;
    assert_eq!(entries(&app.page), PORTAL);
}

#[wasm_bindgen_test]
async fn administrators_have_one_more() {
    let app = open(fixture::administrator()).await;
    assert_eq!(entries(&app.page)[..9], PORTAL);
    assert_eq!(entries(&app.page)[9..], ["Administration"]);
}

#[wasm_bindgen_test]
async fn the_current_entry_is_marked() {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/billing").await;
    let current =
        app.page.by_role("navigation", "Main").query_selector("[aria-current=page]").unwrap().unwrap();
    assert_eq!(accessible_name(&current), "Billing");
}

#[wasm_bindgen_test]
async fn the_entry_of_a_part_is_marked_too() {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/compute/volumes").await;
    let current =
        app.page.by_role("navigation", "Main").query_selector("[aria-current=true]").unwrap().unwrap();
    assert_eq!(accessible_name(&current), "Compute");
}

#[wasm_bindgen_test]
async fn the_operator_may_hide_an_entry() {
    let backend = backend_with(&fixture::session(fixture::user()));
    let entries_of_config =
        ["apps", "compute"].map(|name| (name.to_owned(), MenuEntry { link: None, hidden: true }));
    backend.answer(
        Method::Get,
        "/config.json",
        &PortalConfig { entries: MenuEntries::from_iter(entries_of_config), ..PortalConfig::default() },
    );
    let app = open_app(&backend, "/dashboard").await;
    let entries = entries(&app.page);
    assert!(!entries.contains(&"Apps".to_owned()) && !entries.contains(&"Compute".to_owned()));
    assert_eq!(entries.len(), 7);
}
