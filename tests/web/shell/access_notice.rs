use latchkey::pages::fixture;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{backend_with, open_app, path_now};
use crate::support::tick;

const APPROVED: LiveEvent = LiveEvent::AccessChanged { state: AccessState::Approved };

#[wasm_bindgen_test]
async fn other_pages_show_a_notice_with_a_link_and_stay() {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/network").await;
    app.live.emit(&APPROVED);
    tick().await;
    assert!(app.page.says("API access approved. Your credentials are ready."));
    let link = app.page.by_role("link", "See your credentials");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/company/profile/api-info"));
    assert_eq!(path_now(), "/network");
}

#[wasm_bindgen_test]
async fn the_page_itself_shows_none() {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/company/profile/api-info").await;
    app.live.emit(&APPROVED);
    tick().await;
    assert!(!app.page.has_role("link", "See your credentials"));
}
