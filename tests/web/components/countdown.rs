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
    let text = page.container.query_selector(".countdown-text").unwrap().unwrap();
    assert!(text.closest("[aria-live], [role=status], [role=alert], [role=timer]").unwrap().is_none());

    click(&page.by_role("button", "Keep visible"));
    tick().await;
    assert!(!page.says("Hides in"));
}
