use latchkey::components::{PasswordField, SelectField, SelectOption, TextArea, TextField};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::support::focus;
use crate::support::{by_id, click, mount, press_key, tick};

#[wasm_bindgen_test]
async fn an_error_is_wired_to_its_field() {
    let error = RwSignal::new(None);
    let page = mount(move || {
        view! { <TextField label="City" value=RwSignal::new(String::new()) error required=true /> }.into_any()
    });
    tick().await;
    let field = page.by_label("City");
    assert!(field.required());
    assert_eq!(field.get_attribute("aria-invalid"), None);
    assert_eq!(field.get_attribute("aria-describedby"), None);

    error.set(Some("Fill this in.".to_owned()));
    tick().await;
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described_by = field.get_attribute("aria-describedby").unwrap();
    assert_eq!(by_id(&described_by).text_content().unwrap().trim(), "Fill this in.");
}

#[wasm_bindgen_test]
async fn what_is_typed_goes_to_the_signal_and_back() {
    let value = RwSignal::new("John".to_owned());
    let page = mount(move || view! { <TextField label="First Name" value /> }.into_any());
    tick().await;
    let field = page.by_label("First Name");
    assert_eq!(field.value(), "John");
    type_into(&field, "Jane");
    assert_eq!(value.get_untracked(), "Jane");
    value.set(String::new());
    tick().await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn the_help_mark_shows_and_escape_hides() {
    let page = mount(|| {
        view! { <TextField label="State" value=RwSignal::new(String::new()) help="As on your invoices." /> }
            .into_any()
    });
    tick().await;
    assert!(!page.says("As on your invoices."));
    let mark = page.by_role("button", "Help: State");
    focus(&mark);
    click(&mark);
    tick().await;
    assert!(page.says("As on your invoices."));
    assert_eq!(mark.get_attribute("aria-expanded").as_deref(), Some("true"));
    press_key("Escape");
    tick().await;
    assert!(!page.says("As on your invoices."));
}

#[wasm_bindgen_test]
async fn a_password_can_be_shown_and_hidden() {
    let page = mount(|| {
        let value = RwSignal::new("correct horse".to_owned());
        view! { <PasswordField label="Password" value autocomplete="current-password" /> }.into_any()
    });
    tick().await;
    let field = page.by_label("Password");
    assert_eq!(field.type_(), "password");
    click(&page.by_role("button", "Show what was typed"));
    tick().await;
    assert_eq!(field.type_(), "text");
    click(&page.by_role("button", "Hide what was typed"));
    tick().await;
    assert_eq!(field.type_(), "password");
}

#[wasm_bindgen_test]
async fn a_choice_that_the_list_lacks_is_not_lost() {
    let value = RwSignal::new("Mars/Olympus".to_owned());
    let page = mount(move || {
        let options = vec![SelectOption::new("UTC", "UTC")];
        view! { <SelectField label="Time Zone" value options /> }.into_any()
    });
    tick().await;
    let select: web_sys::HtmlSelectElement = page.by_label("Time Zone").unchecked_into();
    assert_eq!(select.value(), "Mars/Olympus");
    value.set("UTC".to_owned());
    tick().await;
    assert_eq!(select.value(), "UTC");
}

#[wasm_bindgen_test]
async fn how_much_may_still_be_typed_is_told_when_it_gets_tight() {
    let value = RwSignal::new(String::new());
    let page = mount(move || view! { <TextArea label="Reason" value max=10 /> }.into_any());
    tick().await;
    assert!(!page.says("characters left"));
    value.set("123456789".to_owned());
    tick().await;
    assert!(page.says("1 characters left") || page.says("1 character left"));
}

fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
}
