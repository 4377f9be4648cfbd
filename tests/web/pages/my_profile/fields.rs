use latchkey::pages::my_profile::field::{Field, join, split};
use latchkey::pages::my_profile::stories::filled;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlSelectElement};

use super::{backend, fill, open, sent};
use crate::support::{click, focused, frame, tick};

#[wasm_bindgen_test]
fn no_field_gets_into_the_place_of_another() {
    let fields = filled().fields;
    assert_eq!(join(split(fields.clone())), fields);
    let json = serde_json::to_value(&fields).unwrap();
    for (field, value) in Field::ALL.into_iter().zip(split(fields)) {
        assert_eq!(json[field.name()], value, "{field:?}");
    }
}

#[wasm_bindgen_test]
async fn every_field_shows_what_the_backend_has() {
    let page = open(&backend()).await;
    for (field, value) in Field::ALL.into_iter().zip(split(filled().fields)) {
        assert_eq!(page.by_label(field.label()).value(), value, "{field:?}");
        assert_eq!(page.by_label(field.label()).required(), field.is_required(), "{field:?}");
        assert!(page.has_role("button", &format!("Help: {}", field.label())));
    }
    assert!(page.says("Billing Admin"));
}

#[wasm_bindgen_test]
async fn countries_go_by_name_and_time_zones_begin_with_the_browsers_own() {
    let page = open(&backend()).await;
    let country: HtmlSelectElement = page.by_label("Country Code").unchecked_into();
    assert!(country.text_content().unwrap().contains("Germany"));
    let zone: HtmlSelectElement = page.by_label("Time Zone").unchecked_into();
    let first = zone.get_elements_by_tag_name("option").item(0).unwrap();
    assert_eq!(first.text_content().as_deref(), Some("Browser's time zone"));
    assert_eq!(first.get_attribute("value").as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn a_field_is_checked_when_it_is_left_and_forgiven_as_soon_as_it_is_mended() {
    let page = open(&backend()).await;
    let mobile = page.by_label("Mobile Number");
    fill(&page, "Mobile Number", "call me");
    tick().await;
    assert_eq!(mobile.get_attribute("aria-invalid"), None, "not while it is being typed");
    let init = EventInit::new();
    init.set_bubbles(true);
    mobile.dispatch_event(&Event::new_with_event_init_dict("focusout", &init).unwrap()).unwrap();
    tick().await;
    assert_eq!(mobile.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.says("Enter a phone number"));
    fill(&page, "Mobile Number", "+49 30 901820");
    tick().await;
    assert_eq!(mobile.get_attribute("aria-invalid"), None);
}

#[wasm_bindgen_test]
async fn nothing_is_sent_while_a_field_is_refused_and_the_first_one_gets_the_focus() {
    let page = open(&backend()).await;
    fill(&page, "Last Name", " ");
    fill(&page, "City", "");
    page.press("Save changes").await;
    frame().await;
    assert!(sent(&page).is_empty());
    assert_eq!(focused(), Some(page.by_label("Last Name").into()));
    assert!(page.says("2 fields need your attention"));
    assert!(page.has_role("link", "City: Fill this in."));
    click(&page.by_role("link", "City: Fill this in."));
    assert_eq!(focused(), Some(page.by_label("City").into()));
}
