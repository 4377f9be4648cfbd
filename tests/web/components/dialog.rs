use latchkey::components::{Button, Dialog, TextField};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, MouseEvent};

use crate::support::{Mounted, click, focus, focused, mount, tick};

fn page(busy: RwSignal<bool>) -> Mounted {
    mount(move || {
        let open = RwSignal::new(false);
        let typed = RwSignal::new("typed".to_owned());
        view! {
            <Button on_press={move |()| open.set(true)}>"Open"</Button>
            <Dialog open title="Confirm it is you" busy>
                <TextField label="Password" value=typed autofocus=true />
            </Dialog>
        }
        .into_any()
    })
}

async fn opened(page: &Mounted) -> Element {
    tick().await;
    let opener = page.by_role("button", "Open");
    focus(&opener);
    click(&opener);
    tick().await;
    page.by_role("dialog", "Confirm it is you")
}

/// What the browser sends when Escape is pressed; keys that a program makes up do not reach it.
fn ask_to_close(dialog: &Element) {
    let init = EventInit::new();
    init.set_cancelable(true);
    dialog.dispatch_event(&Event::new_with_event_init_dict("cancel", &init).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_focus_goes_in_and_comes_back_on_escape() {
    let page = page(RwSignal::new(false));
    let dialog = opened(&page).await;
    assert_eq!(focused(), Some(page.by_label("Password").unchecked_into()));
    ask_to_close(&dialog);
    tick().await;
    assert!(!page.has_role("dialog", "Confirm it is you"));
    assert_eq!(focused(), Some(page.by_role("button", "Open")));
}

#[wasm_bindgen_test]
async fn the_close_button_closes() {
    let page = page(RwSignal::new(false));
    opened(&page).await;
    click(&page.by_role("button", "Close"));
    tick().await;
    assert!(!page.has_role("dialog", "Confirm it is you"));
    assert!(!page.says("Password"), "what was in it is gone from the page");
}

#[wasm_bindgen_test]
async fn a_click_beside_it_loses_nothing() {
    let page = page(RwSignal::new(false));
    let dialog = opened(&page).await;
    dialog.dispatch_event(&MouseEvent::new("click").unwrap()).unwrap();
    tick().await;
    assert!(page.has_role("dialog", "Confirm it is you"));
    assert_eq!(page.by_label("Password").value(), "typed");
}

#[wasm_bindgen_test]
async fn while_busy_it_stays() {
    let busy = RwSignal::new(true);
    let page = page(busy);
    let dialog = opened(&page).await;
    ask_to_close(&dialog);
    click(&page.by_role("button", "Close"));
    tick().await;
    assert!(page.has_role("dialog", "Confirm it is you"));
    busy.set(false);
    ask_to_close(&dialog);
    tick().await;
    assert!(!page.has_role("dialog", "Confirm it is you"));
}

#[wasm_bindgen_test]
async fn only_the_regions_of_an_open_dialog_speak() {
    let page = page(RwSignal::new(false));
    let dialog = opened(&page).await;
    page.announcements.polite("Copied.");
    tick().await;
    assert!(dialog.text_content().unwrap().contains("Copied."));
    assert_eq!(page.text().matches("Copied.").count(), 1);
}
