use latchkey::components::Countdown;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{click, mount, tick};

#[wasm_bindgen_test]
async fn it_counts_quietly_and_can_be_stopped() {
    let left = RwSignal::new(30_u32);
    let kept = RwSignal::new(false);
    let page = mount(move || {
        view! { <Countdown left total=30 kept on_keep={move |()| kept.set(true)} /> }.into_any()
    });
    tick().await;
    assert!(page.says("Hides in 30 s"));
    left.set(7);
    tick().await;
    assert!(page.says("Hides in 7 s"));
    let timer = page.container.query_selector("[role=timer]").unwrap().unwrap();
    assert_eq!(timer.get_attribute("aria-live").as_deref(), Some("off"));

    click(&page.by_role("button", "Keep visible"));
    tick().await;
    assert!(!page.says("Hides in"));
}
