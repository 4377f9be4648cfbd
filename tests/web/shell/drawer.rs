use latchkey::pages::fixture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenApp, backend_with, open_app};
use crate::support::{accessible_name, by_id, click, focus, focused, frame, press_key, tick};

async fn open() -> OpenApp {
    let app = open_app(&backend_with(&fixture::session(fixture::user())), "/dashboard").await;
    let menu = app.page.by_role("button", "Open menu");
    focus(&menu);
    click(&menu);
    frame().await;
    app
}

fn is_open() -> bool {
    by_id("main-menu").class_list().contains("main-menu-open")
}

#[wasm_bindgen_test]
async fn it_takes_the_focus_and_gives_it_back_on_escape() {
    let app = open().await;
    assert!(is_open());
    assert_eq!(accessible_name(&focused().unwrap()), "Close menu");
    let behind = app.page.container.query_selector(".shell-content").unwrap().unwrap();
    assert!(behind.has_attribute("inert"), "the page behind it is out of reach");
    press_key("Escape");
    frame().await;
    assert!(!is_open());
    assert_eq!(accessible_name(&focused().unwrap()), "Open menu");
}

#[wasm_bindgen_test]
async fn arriving_closes_it() {
    let app = open().await;
    click(&app.page.by_role("link", "Compute"));
    frame().await;
    assert!(!is_open());
    assert_eq!(accessible_name(&focused().unwrap()), "Compute", "on the heading of the page");
}

#[wasm_bindgen_test]
async fn a_press_beside_it_closes_it() {
    let app = open().await;
    click(&app.page.container.query_selector(".drawer-backdrop").unwrap().unwrap());
    tick().await;
    assert!(!is_open());
}
