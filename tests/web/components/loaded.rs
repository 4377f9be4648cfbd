use latchkey::api::ApiError;
use latchkey::components::{Load, Loaded};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, click, focus, focused, mount, tick};

fn page(state: RwSignal<Load<Vec<u32>>>) -> Mounted {
    mount(move || {
        let ready = |numbers: Signal<Vec<u32>>| {
            view! {
                <button>"A button"</button>
                <p>{move || format!("{:?}", numbers.get())}</p>
            }
            .into_any()
        };
        view! {
            <Loaded
                state
                loading={|| "wait"}
                is_empty={Vec::is_empty}
                empty={|| "nothing"}
                on_retry={move |()| state.set(Load::Loading)}
                ready
            />
        }
        .into_any()
    })
}

#[wasm_bindgen_test]
async fn it_tells_the_four_apart() {
    let state = RwSignal::new(Load::Loading);
    let page = page(state);
    tick().await;
    assert!(page.says("wait"));
    state.set(Load::Ready(Vec::new()));
    tick().await;
    assert!(page.says("nothing"));
    state.set(Load::Failed(ApiError::Offline));
    tick().await;
    assert!(page.says("You seem to be offline"));
    click(&page.by_role("button", "Try again"));
    tick().await;
    assert!(page.says("wait"));
}

#[wasm_bindgen_test]
async fn a_newer_value_leaves_the_focus_where_it_is() {
    let state = RwSignal::new(Load::Ready(vec![1]));
    let page = page(state);
    tick().await;
    let button = page.by_role("button", "A button");
    focus(&button);
    state.set(Load::Ready(vec![1, 2]));
    tick().await;
    assert!(page.says("[1, 2]"));
    assert_eq!(focused(), Some(button));
}

#[wasm_bindgen_test]
async fn another_failure_is_told_too() {
    let state = RwSignal::new(Load::Failed(ApiError::Offline));
    let page = page(state);
    tick().await;
    state.set(Load::Failed(ApiError::TimedOut));
    tick().await;
    assert!(page.says("This takes longer than usual"));
}
