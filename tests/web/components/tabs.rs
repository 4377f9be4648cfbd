use latchkey::components::{Tab, Tabs};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{focus, focused, mount, press_key, tick};

#[wasm_bindgen_test]
async fn arrow_keys_go_round() {
    let page = mount(|| {
        let tabs = vec![Tab::new("curl", || "first"), Tab::new("Python", || "second")];
        view! { <Tabs label="Language" tabs /> }.into_any()
    });
    tick().await;
    focus(&page.by_role("tab", "curl"));
    press_key("ArrowRight");
    tick().await;
    assert_eq!(focused(), Some(page.by_role("tab", "Python")));
    assert!(page.has_role("tabpanel", "Python"));
    assert!(page.says("second") && !page.says("first"));
    press_key("ArrowRight");
    tick().await;
    assert_eq!(focused(), Some(page.by_role("tab", "curl")));
}
