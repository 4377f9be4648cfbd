use latchkey::components::Disclosure;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use crate::support::{click, mount, tick};

#[wasm_bindgen_test]
async fn it_opens_and_follows_its_signal() {
    let open = RwSignal::new(false);
    let page = mount(move || {
        view! { <Disclosure summary="Add a reason (optional)" open><p>"Reason"</p></Disclosure> }.into_any()
    });
    tick().await;
    let details: HtmlDetailsElement =
        page.container.query_selector("details").unwrap().unwrap().unchecked_into();
    assert!(!details.open());
    click(&page.container.query_selector("summary").unwrap().unwrap());
    assert!(details.open());
    open.set(true);
    tick().await;
    open.set(false);
    tick().await;
    assert!(!details.open());
}
