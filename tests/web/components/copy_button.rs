use latchkey::components::{Copied, CopyAction, CopyButton};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, click, mount, tick};

fn page(outcome: Copied, refused: RwSignal<bool>) -> Mounted {
    mount(move || {
        let copy = CopyAction::new(move |()| {
            let outcome = outcome.clone();
            Box::pin(async move { outcome })
        });
        view! {
            <CopyButton label="Copy API key" what="API Key" copy on_refused={move |()| refused.set(true)} />
        }
        .into_any()
    })
}

#[wasm_bindgen_test]
async fn done_is_told_and_fades() {
    let page = page(Copied::Done, RwSignal::new(false));
    tick().await;
    click(&page.by_role("button", "Copy API key"));
    tick().await;
    assert!(page.says("API Key copied."));
    assert!(page.container.query_selector(".copy-button-note").unwrap().is_some());
    page.clock.advance(3_000);
    tick().await;
    assert!(page.container.query_selector(".copy-button-note").unwrap().is_none());
    assert!(page.has_role("button", "Copy API key"));
}

#[wasm_bindgen_test]
async fn refused_offers_another_way() {
    let refused = RwSignal::new(false);
    let page = page(Copied::Refused, refused);
    tick().await;
    click(&page.by_role("button", "Copy API key"));
    tick().await;
    assert!(refused.get_untracked());
    assert!(page.says("Press Ctrl+C"));
    page.clock.advance(60_000);
    tick().await;
    assert!(page.says("Press Ctrl+C"), "it stays until the next try");
}

#[wasm_bindgen_test]
async fn thinking_better_of_it_says_nothing() {
    let page = page(Copied::Cancelled, RwSignal::new(false));
    tick().await;
    click(&page.by_role("button", "Copy API key"));
    tick().await;
    assert!(!page.says("copied"));
    assert!(!page.says("Ctrl+C"));
}
