use latchkey::pages::fixture;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::app::{backend_with, open_app};
use crate::support::tick;

#[wasm_bindgen_test]
async fn being_offline_is_said_until_it_is_over() {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/network").await;
    window().dispatch_event(&Event::new("offline").unwrap()).unwrap();
    tick().await;
    assert!(app.page.says("You are offline."));
    assert!(app.page.has_role("button", "Try now"));
    window().dispatch_event(&Event::new("online").unwrap()).unwrap();
    tick().await;
    assert!(!app.page.says("You are offline."));
}
