use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::fixture;
use latchkey_contract::Timestamp;
use latchkey_contract::api_access::{AccessState, AccessStatus, ApiAccess};
use latchkey_contract::event::LiveEvent;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{API_ACCESS, backend_with, open_app};
use crate::support::{Mounted, accessible_name, click, tick};

fn sections(page: &Mounted) -> Vec<String> {
    let links = page.by_role("navigation", "Profile").query_selector_all("a").unwrap();
    (0..links.length()).map(|index| accessible_name(&links.get(index).unwrap().unchecked_into())).collect()
}

fn approve(backend: &FakeBackend) {
    let decided_at = Timestamp("2026-03-02T09:00:00.000Z".into());
    let status = AccessStatus::Approved { decided_by: "Ada Admin".into(), decided_at };
    backend.forget(Method::Get, API_ACCESS);
    backend.answer(Method::Get, API_ACCESS, &ApiAccess { status, credentials: Vec::new() });
}

#[wasm_bindgen_test]
async fn its_seven_sections_stand_in_the_portals_order_and_one_is_renamed_once_access_is_granted() {
    let backend = backend_with(&fixture::session(fixture::user()));
    let app = open_app(&backend, "/company/profile/credits").await;
    assert!(app.page.has_role("heading", "Profile & Payment Settings"));
    assert_eq!(
        sections(&app.page),
        [
            "My Profile",
            "Change Password",
            "Payment Settings",
            "Credits & Promocode",
            "Request API Access",
            "Notification Settings",
            "Account Delete Request"
        ]
    );
    approve(&backend);
    app.live.emit(&LiveEvent::AccessChanged { state: AccessState::Approved });
    tick().await;
    assert_eq!(sections(&app.page)[4], "API Info");
}

#[wasm_bindgen_test]
async fn administrators_have_no_api_access_of_their_own() {
    let backend = backend_with(&fixture::session(fixture::administrator()));
    let app = open_app(&backend, "/company/profile/credits").await;
    assert_eq!(sections(&app.page).len(), 6);
    assert!(backend.requests_to(Method::Get, API_ACCESS).is_empty());
}

#[wasm_bindgen_test]
async fn on_phones_a_disclosure_names_the_current_section() {
    let backend = backend_with(&fixture::session(fixture::user()));
    let app = open_app(&backend, "/company/profile/notifications").await;
    let toggle = app.page.by_role("button", "Notification Settings");
    assert_eq!(toggle.get_attribute("aria-expanded").as_deref(), Some("false"));
    click(&toggle);
    tick().await;
    assert_eq!(toggle.get_attribute("aria-expanded").as_deref(), Some("true"));
}
