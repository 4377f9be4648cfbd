use latchkey::components::ConfirmDialog;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Mounted, click, focused, mount, tick};

fn page(confirmed: RwSignal<u32>, error: RwSignal<Option<String>>) -> Mounted {
    mount(move || {
        let open = RwSignal::new(true);
        view! {
            <ConfirmDialog
                open
                title="Revoke lkp_1?"
                confirm="Revoke key"
                on_confirm={move |()| confirmed.update(|times| *times += 1)}
                error
            >
                <p>"Every script that uses this key stops working at once."</p>
            </ConfirmDialog>
        }
        .into_any()
    })
}

#[wasm_bindgen_test]
async fn it_starts_on_cancel_which_does_nothing() {
    let confirmed = RwSignal::new(0);
    let page = page(confirmed, RwSignal::new(None));
    tick().await;
    assert!(page.has_role("alertdialog", "Revoke lkp_1?"));
    let cancel = page.by_role("button", "Cancel");
    assert_eq!(focused(), Some(cancel.clone()));
    click(&cancel);
    tick().await;
    assert!(!page.has_role("alertdialog", "Revoke lkp_1?"));
    assert_eq!(confirmed.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn a_failure_is_told_inside_and_the_dialog_stays() {
    let confirmed = RwSignal::new(0);
    let error = RwSignal::new(None);
    let page = page(confirmed, error);
    tick().await;
    click(&page.by_role("button", "Revoke key"));
    error.set(Some("Try again in a moment.".to_owned()));
    tick().await;
    assert_eq!(confirmed.get_untracked(), 1);
    assert!(
        page.by_role("alertdialog", "Revoke lkp_1?")
            .text_content()
            .unwrap()
            .contains("Try again in a moment.")
    );
}
