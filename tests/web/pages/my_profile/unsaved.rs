use latchkey::api::Method;
use latchkey::pages::fixture;
use latchkey::pages::my_profile::field::Field;
use latchkey::pages::my_profile::form::Form;
use latchkey::pages::my_profile::stories::filled;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit};

use super::{PROFILE, changed};
use crate::support::app::{OpenApp, SESSION, backend_with, open_app, path_now};
use crate::support::{click, frame, tick, type_into};

#[wasm_bindgen_test]
fn a_form_is_dirty_while_it_differs_from_what_was_saved() {
    let owner = Owner::new();
    owner.with(|| {
        let form = Form::new(filled());
        let city = form.value(Field::City);
        assert!(!form.is_dirty());
        city.set(" Berlin ".into());
        assert!(!form.is_dirty(), "white space at the ends is not sent");
        city.set("Lisbon".into());
        assert!(form.is_dirty());
        let saved = changed(|profile| profile.fields.city = "Lisbon".into());
        form.put_saved(form.typed(), saved);
        assert!(!form.is_dirty());
    });
}

async fn open() -> OpenApp {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.answer(Method::Get, PROFILE, &filled()).answer(
        Method::Put,
        PROFILE,
        &changed(|profile| profile.fields.city = "Lisbon".into()),
    );
    backend.answer_with(Method::Delete, SESSION, 204, "");
    let app = open_app(&backend, "/company/profile").await;
    type_into(&app.page.by_label("City"), "Lisbon");
    app
}

async fn press(app: &OpenApp, role: &str, name: &str) {
    click(&app.page.by_role(role, name));
    frame().await;
    tick().await;
}

#[wasm_bindgen_test]
async fn leaving_asks_while_something_is_not_saved() {
    let app = open().await;
    press(&app, "link", "Change Password").await;
    assert!(app.page.has_role("alertdialog", "Leave without saving?"));
    assert_eq!(path_now(), "/company/profile");

    press(&app, "button", "Cancel").await;
    assert_eq!(app.page.by_label("City").value(), "Lisbon");
    press(&app, "button", "Save changes").await;
    press(&app, "link", "Change Password").await;
    assert!(!app.page.has_role("alertdialog", "Leave without saving?"));
    assert!(app.page.has_role("button", "Update"));
}

#[wasm_bindgen_test]
async fn leaving_without_saving_is_possible() {
    let app = open().await;
    press(&app, "link", "Change Password").await;
    press(&app, "button", "Leave without saving").await;
    assert!(app.page.has_role("button", "Update"));
    assert_eq!(path_now(), "/company/profile/password");
}

#[wasm_bindgen_test]
async fn signing_out_asks_too() {
    let app = open().await;
    press(&app, "button", "Account: Uma Userton").await;
    press(&app, "button", "Sign out").await;
    assert!(app.page.has_role("alertdialog", "Leave without saving?"));
    press(&app, "button", "Cancel").await;
    assert_eq!(app.page.by_label("City").value(), "Lisbon");

    press(&app, "link", "Change Password").await;
    press(&app, "button", "Cancel").await;
    assert_eq!(path_now(), "/company/profile", "what was not wanted then is not done now");
    press(&app, "button", "Account: Uma Userton").await;
    press(&app, "button", "Sign out").await;
    press(&app, "button", "Leave without saving").await;
    assert_eq!(path_now(), "/sign-in?return=%2Fcompany%2Fprofile");
    assert!(app.page.has_role("heading", "Sign in to Latchkey"));
    assert!(!app.page.has_role("alertdialog", "Leave without saving?"));
}

#[wasm_bindgen_test]
async fn closing_the_tab_asks_too() {
    let app = open().await;
    assert!(is_held_back());
    press(&app, "button", "Reset").await;
    assert!(!is_held_back());
}

/// Whether the page objects to being closed.
fn is_held_back() -> bool {
    let init = EventInit::new();
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict("beforeunload", &init).unwrap();
    window().dispatch_event(&event).unwrap();
    event.default_prevented()
}
