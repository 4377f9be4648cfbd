//! What a person does to the browser and not to the page.

use futures_channel::oneshot;
use js_sys::{Object, Reflect};
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement};

/// Waits until the next frame was drawn.
pub(crate) async fn frame() {
    let (tell, told) = oneshot::channel();
    request_animation_frame(move || request_animation_frame(move || _ = tell.send(())));
    told.await.unwrap();
}

/// Puts `text` into a field, as if it had been typed.
pub(crate) fn type_into(field: &Element, text: &str) {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.set_value(text),
        None => field.unchecked_ref::<HtmlInputElement>().set_value(text),
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
}

/// Hides the tab until dropped.
pub(crate) struct HiddenTab;

impl HiddenTab {
    pub(crate) fn new() -> Self {
        let hidden = Object::new();
        Reflect::set(&hidden, &"value".into(), &"hidden".into()).unwrap();
        Reflect::set(&hidden, &"configurable".into(), &true.into()).unwrap();
        Object::define_property(&document(), &"visibilityState".into(), &hidden);
        tell_visibility();
        Self
    }
}

impl Drop for HiddenTab {
    fn drop(&mut self) {
        Reflect::delete_property(&document(), &"visibilityState".into()).unwrap();
        tell_visibility();
    }
}

fn tell_visibility() {
    document().dispatch_event(&Event::new("visibilitychange").unwrap()).unwrap();
}

/// Comes back to the tab from another window.
pub(crate) fn come_back() {
    window().dispatch_event(&Event::new("focus").unwrap()).unwrap();
}

/// Leaves the page, as far as the page can tell.
pub(crate) fn leave_page() {
    window().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
}

/// Everything in the page, whether it can be seen or not.
pub(crate) fn whole_document() -> String {
    document().document_element().unwrap().outer_html()
}

/// What is selected.
pub(crate) fn selected_text() -> String {
    window().get_selection().unwrap().map(|selection| String::from(selection.to_string())).unwrap_or_default()
}
