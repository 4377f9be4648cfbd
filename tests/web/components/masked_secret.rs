use latchkey::components::{MaskedSecret, SecretSlot};
use latchkey_contract::PlainSecret;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, mount, tick};

fn page() -> (Mounted, SecretSlot) {
    let (tell, told) = std::sync::mpsc::channel();
    let page = mount(move || {
        let slot = SecretSlot::new();
        tell.send(slot).unwrap();
        view! {
            <h2 id="secret-name">"Secret Key"</h2>
            <MaskedSecret secret=slot labelledby="secret-name" />
        }
        .into_any()
    });
    (page, told.recv().unwrap())
}

#[wasm_bindgen_test]
async fn hidden_it_is_a_row_of_dots_that_tells_nothing() {
    let (page, slot) = page();
    tick().await;
    let before = page.container.query_selector(".secret-dots").unwrap().unwrap().text_content();
    slot.put(&PlainSecret::from("lks_short".to_owned()));
    tick().await;
    slot.clear();
    tick().await;
    let after = page.container.query_selector(".secret-dots").unwrap().unwrap().text_content();
    assert_eq!(before, after);
    assert!(page.says("Hidden"));
}

#[wasm_bindgen_test]
async fn it_is_in_the_page_only_while_it_is_shown() {
    let (page, slot) = page();
    tick().await;
    assert!(!page.container.inner_html().contains("lks_"));
    slot.put(&PlainSecret::from("lks_canary".to_owned()));
    tick().await;
    assert!(page.says("lks_canary"));
    slot.clear();
    tick().await;
    assert!(!page.container.inner_html().contains("lks_"));
}
