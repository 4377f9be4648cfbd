use latchkey::api::Method;
use latchkey::pages::fixture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{NEW, OLD};
use crate::support::app::{OpenApp, backend_with, open_app, path_now};
use crate::support::{click, frame, tick, type_into};

const LEAVE: &str = "Leave without saving?";

async fn open() -> OpenApp {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.answer_with(Method::Put, "/api/v1/profile/password", 204, "");
    open_app(&backend, "/company/profile/password").await
}

async fn press(app: &OpenApp, role: &str, name: &str) {
    click(&app.page.by_role(role, name));
    frame().await;
    tick().await;
}

#[wasm_bindgen_test]
async fn leaving_asks_once_something_is_typed() {
    for label in ["Old Password", "New Password", "Confirm Password"] {
        let app = open().await;
        type_into(&app.page.by_label(label), OLD);
        press(&app, "link", "Apps").await;
        assert!(app.page.has_role("alertdialog", LEAVE), "{label}");
        press(&app, "button", "Cancel").await;
        assert_eq!(path_now(), "/company/profile/password");
        assert_eq!(app.page.by_label(label).value(), OLD);
    }
}

#[wasm_bindgen_test]
async fn a_password_that_was_changed_is_not_asked_about() {
    let app = open().await;
    for (label, text) in [("Old Password", OLD), ("New Password", NEW), ("Confirm Password", NEW)] {
        type_into(&app.page.by_label(label), text);
    }
    press(&app, "button", "Update").await;
    press(&app, "link", "Apps").await;
    assert!(!app.page.has_role("alertdialog", LEAVE));
    assert_eq!(path_now(), "/apps");
}
