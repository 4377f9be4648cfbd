//! Where the keyboard is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses the page's `h1`, so that a screen reader says where one has arrived.
pub fn on_heading() {
    focus_first("main h1");
}

/// Focuses the first element that `selector` finds. Elements that take no focus by themselves need
/// `tabindex="-1"`.
pub fn focus_first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus(&element);
    }
}

pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.focus();
    }
}

/// The element that has the focus, to give it back later; `None` if nothing has it.
pub fn current() -> Option<HtmlElement> {
    let body = document().body();
    document()
        .active_element()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .filter(|element| body.as_ref() != Some(element))
}

/// Call it just before something is taken out of the page: if the focus goes with it, the page's heading gets
/// it.
pub fn rescue() {
    rescue_to(on_heading);
}

/// Call it after an act of the reader's took its own place out of the page: if nothing has the focus by then,
/// the page's heading gets it.
pub fn settle() {
    request_animation_frame(|| {
        if current().is_none() {
            on_heading();
        }
    });
}

/// Like [`rescue`], with `next` to say where the focus goes.
pub fn rescue_to(next: impl FnOnce() + 'static) {
    let Some(before) = current() else { return };
    request_animation_frame(move || {
        if !before.is_connected() && current().is_none() {
            next();
        }
    });
}

/// Whether the focus is inside `container`.
pub fn is_within(container: &Element) -> bool {
    document().active_element().is_some_and(|element| container.contains(Some(&element)))
}

/// Where to move the focus within a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    First,
    Last,
    /// Forward or, if negative, back; around at the ends.
    By(i32),
}

/// Moves the focus among the elements of `container` that `selector` finds.
pub fn step(container: &Element, selector: &str, step: Step) {
    let Ok(found) = container.query_selector_all(selector) else { return };
    let count = i64::from(found.length());
    if count == 0 {
        return;
    }
    let elements: Vec<Element> =
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok()).collect();
    let active = document().active_element();
    let here = elements.iter().position(|element| active.as_ref() == Some(element));
    let next = match (step, here) {
        (Step::First, _) => 0,
        (Step::Last, _) => count - 1,
        (Step::By(by), Some(here)) => (here as i64 + i64::from(by)).rem_euclid(count),
        (Step::By(by), None) if by < 0 => count - 1,
        (Step::By(_), None) => 0,
    };
    if let Some(element) = usize::try_from(next).ok().and_then(|next| elements.get(next)) {
        focus(element);
    }
}
