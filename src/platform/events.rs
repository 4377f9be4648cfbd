//! Listening to the window and the document for as long as the current owner lives.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Calls `act` on each event called `name` until the current owner is cleaned up.
pub fn listen(target: &EventTarget, name: &'static str, act: impl Fn(Event) + 'static) {
    listen_to(target.clone(), name, Box::new(act));
}

/// Listens on the window.
pub fn on_window(name: &'static str, act: impl Fn(Event) + 'static) {
    listen_to(window().into(), name, Box::new(act));
}

/// Listens on the document.
pub fn on_document(name: &'static str, act: impl Fn(Event) + 'static) {
    listen_to(document().into(), name, Box::new(act));
}

fn listen_to(target: EventTarget, name: &'static str, act: Box<dyn Fn(Event)>) {
    let callback = Closure::<dyn FnMut(Event)>::new(act);
    _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    let listening = SendWrapper::new((target, callback));
    on_cleanup(move || {
        let (target, callback) = listening.take();
        _ = target.remove_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    });
}
