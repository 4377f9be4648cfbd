//! Puts views on the page and finds things as people and screen readers do: by role, name and label.

pub(crate) mod app;
mod browser;
mod console;
mod find;
mod name;
mod portal;
mod wait;

use std::any::Any;

use latchkey::components::{Announcements, Announcer, provide_announcer, provide_notices};
use latchkey::platform::fake::FakeClock;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

pub(crate) use browser::{HiddenTab, come_back, frame, leave_page, selected_text, type_into, whole_document};
pub(crate) use console::Warnings;
pub(crate) use find::{by_id, focused, is_shown};
pub(crate) use name::accessible_name;
pub(crate) use portal::{Portal, Setting};
pub(crate) use wait::until;

/// A view on the page, in a container of its own; dropped, it is gone.
pub(crate) struct Mounted {
    pub(crate) container: HtmlElement,
    pub(crate) clock: FakeClock,
    pub(crate) announcements: Announcements,
    owner: Owner,
    mounted: Option<Box<dyn Any>>,
}

/// Mounts a view with what components expect around them: announcements, notices and a clock that stands still.
pub(crate) fn mount(view: impl FnOnce() -> AnyView + 'static) -> Mounted {
    let container: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&container).unwrap();
    let clock = FakeClock::default();
    let its_clock = clock.clone();
    let (tell, told) = std::sync::mpsc::channel();
    let mounted = mount_to(container.clone(), move || {
        // The mount's own: what a view makes while it is built looks for its context there.
        let owner = Owner::current().unwrap();
        provide_context(its_clock.timers());
        tell.send((provide_announcer(), owner)).unwrap();
        provide_notices();
        let view = view();
        view! {
            {view}
            <Announcer />
        }
    });
    let (announcements, owner) = told.recv().unwrap();
    Mounted { container, clock, announcements, owner, mounted: Some(Box::new(mounted)) }
}

/// Lets effects and answers that are ready run.
pub(crate) async fn tick() {
    // Mounting starts the executor; a test that mounts nothing may be the first to need it.
    _ = any_spawner::Executor::init_wasm_bindgen();
    for _ in 0..4 {
        leptos::task::tick().await;
    }
}

/// Presses a key on whatever has the focus.
pub(crate) fn press_key(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    focused().unwrap().dispatch_event(&event).unwrap();
}

pub(crate) fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}

pub(crate) fn focus(element: &Element) {
    element.unchecked_ref::<HtmlElement>().focus().unwrap();
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // First the view, whose effects would else run once more on what is gone.
        self.mounted.take();
        // The first router of a program keeps its owner for ever, and would go on following links.
        self.owner.cleanup();
        self.container.remove();
    }
}
