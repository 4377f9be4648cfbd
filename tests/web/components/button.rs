use latchkey::components::Button;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{click, focus, focused, mount, tick};

#[wasm_bindgen_test]
async fn busy_it_ignores_presses_and_keeps_its_name_and_focus() {
    let pressed = RwSignal::new(0);
    let busy = RwSignal::new(false);
    let page = mount(move || {
        view! { <Button busy on_press={move |()| pressed.update(|times| *times += 1)}>"Save"</Button> }
            .into_any()
    });
    tick().await;
    let button = page.by_role("button", "Save");
    focus(&button);
    click(&button);
    assert_eq!(pressed.get_untracked(), 1);

    busy.set(true);
    tick().await;
    click(&button);
    assert_eq!(pressed.get_untracked(), 1);
    assert_eq!(page.by_role("button", "Save"), button);
    assert_eq!(focused(), Some(button));
    assert!(page.says("Working…"));

    busy.set(false);
    tick().await;
    assert!(!page.says("Working…"));
}
