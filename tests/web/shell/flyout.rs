use latchkey::pages::fixture;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit};

use crate::support::app::{OpenApp, backend_with, open_app, path_now};
use crate::support::{accessible_name, click, focus, focused, frame, press_key, tick};

async fn open() -> OpenApp {
    open_app(&backend_with(&fixture::session(fixture::user())), "/dashboard").await
}

fn company(app: &OpenApp) -> Element {
    app.page.by_role("button", "Company")
}

fn is_open(app: &OpenApp) -> bool {
    let expanded = company(app).get_attribute("aria-expanded").as_deref() == Some("true");
    assert_eq!(expanded, app.page.has_role("group", "My Organization"));
    expanded
}

fn focused_name() -> String {
    accessible_name(&focused().unwrap())
}

#[wasm_bindgen_test]
async fn its_five_entries_stand_in_the_portals_order() {
    let app = open().await;
    assert!(!is_open(&app));
    click(&company(&app));
    tick().await;
    assert!(is_open(&app));
    let links = app.page.by_role("group", "My Organization").query_selector_all("a").unwrap();
    let names: Vec<String> = (0..links.length())
        .map(|index| accessible_name(&links.get(index).unwrap().unchecked_into()))
        .collect();
    assert_eq!(names, ["Profile", "Users", "Role Privileges", "Quota Limit", "My Activity"]);
}

#[wasm_bindgen_test]
async fn the_keyboard_goes_in_around_and_out_again() {
    let app = open().await;
    focus(&company(&app));
    press_key("ArrowDown");
    frame().await;
    frame().await;
    assert!(is_open(&app));
    assert_eq!(focused_name(), "Profile");
    press_key("ArrowUp");
    assert_eq!(focused_name(), "My Activity");
    press_key("ArrowDown");
    press_key("ArrowDown");
    assert_eq!(focused_name(), "Users");
    press_key("End");
    assert_eq!(focused_name(), "My Activity");
    press_key("Escape");
    tick().await;
    assert!(!is_open(&app));
    assert_eq!(focused_name(), "Company", "the focus comes back");
}

/// Presses on `element`, as a pointer does before anything takes the focus.
fn press_on(element: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict("pointerdown", &init).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn a_press_outside_closes_it_and_gives_the_focus_back() {
    let app = open().await;
    focus(&company(&app));
    press_key("ArrowDown");
    frame().await;
    frame().await;
    assert_eq!(focused_name(), "Profile");
    press_on(&document().query_selector(".top-bar").unwrap().unwrap());
    frame().await;
    assert!(!is_open(&app));
    assert_eq!(focused_name(), "Company");
}

#[wasm_bindgen_test]
async fn what_is_pressed_outside_keeps_the_focus_that_it_takes() {
    let app = open().await;
    click(&company(&app));
    tick().await;
    let link = app.page.by_role("link", "Billing");
    press_on(&link);
    focus(&link);
    frame().await;
    assert!(!is_open(&app));
    assert_eq!(focused_name(), "Billing");
}

#[wasm_bindgen_test]
async fn the_focus_leaving_closes_it() {
    let app = open().await;
    click(&company(&app));
    tick().await;
    focus(&app.page.by_role("link", "Billing"));
    tick().await;
    assert!(!is_open(&app));
}

#[wasm_bindgen_test]
async fn arriving_closes_it() {
    let app = open().await;
    click(&company(&app));
    tick().await;
    click(&app.page.by_role("link", "Quota Limit"));
    frame().await;
    assert_eq!(path_now(), "/company/quota");
    assert!(!is_open(&app));
    assert!(company(&app).class_list().contains("menu-entry-current"));
}
