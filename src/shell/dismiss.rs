use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, Node};

use crate::platform::events::on_document;
use crate::platform::focus;

/// Closes something that hangs from a button: on Escape, on a press outside, and when the focus goes elsewhere. The
/// focus comes back to the button unless something else takes it. `container` holds the button and what hangs from it.
pub(super) fn close_when_done(
    open: RwSignal<bool>,
    container: NodeRef<leptos::html::Div>,
    button: NodeRef<leptos::html::Button>,
) {
    let is_outside = move |target: Option<web_sys::EventTarget>| {
        let node = target.and_then(|target| target.dyn_into::<Node>().ok());
        container.get_untracked().is_some_and(|container| !container.contains(node.as_ref()))
    };
    let give_back = move || {
        if let Some(button) = button.try_get_untracked().flatten() {
            _ = HtmlElement::focus(&button);
        }
    };
    on_document("keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            give_back();
        }
    });
    on_document("pointerdown", move |event| {
        if open.get_untracked() && is_outside(event.target()) {
            open.set(false);
            // By then what was pressed has the focus, if it takes any.
            request_animation_frame(move || {
                let container = container.try_get_untracked().flatten();
                if focus::current().is_none() || container.is_some_and(|it| focus::is_within(&it)) {
                    give_back();
                }
            });
        }
    });
    on_document("focusin", move |event| {
        if open.get_untracked() && is_outside(event.target()) {
            open.set(false);
        }
    });
}

/// Moves the focus among the links of `container` by the arrow keys, Home and End.
pub(super) fn move_by_arrows(event: &KeyboardEvent, container: NodeRef<leptos::html::Div>) {
    let Some(container) = container.get_untracked() else { return };
    let step = match event.key().as_str() {
        "ArrowDown" => Step::By(1),
        "ArrowUp" => Step::By(-1),
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return,
    };
    event.prevent_default();
    focus::step(&container, "a", step);
}

pub(super) use crate::platform::focus::Step;
