//! Web Locks: one tab holds a name, the others wait in line; when it is closed the next one has it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

/// A place in the line, or the lock itself. Dropping it gives either up.
pub struct Lock {
    release: Rc<RefCell<Option<Function>>>,
    waiting: AbortController,
}

/// Gets in line for `name` and calls `held` when it is this tab's turn. `None` where the browser has no
/// locks.
pub fn request(name: &str, held: impl FnOnce() + 'static) -> Option<Lock> {
    let navigator = window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let waiting = AbortController::new().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"signal".into(), &waiting.signal()).ok()?;

    let release = Rc::new(RefCell::new(None));
    let releasing = Rc::clone(&release);
    let granted = Closure::once(move |_lock: JsValue| -> Promise {
        let until_released = Promise::new(&mut |resolve, _| *releasing.borrow_mut() = Some(resolve));
        held();
        until_released
    });
    let over: Promise =
        request.call3(&locks, &name.into(), &options, granted.as_ref()).ok()?.dyn_into().ok()?;
    spawn_local(async move {
        // Rejected when the place in the line was given up, which is no error.
        _ = JsFuture::from(over).await;
        drop(granted);
    });
    Some(Lock { release, waiting })
}

impl Drop for Lock {
    fn drop(&mut self) {
        match self.release.borrow_mut().take() {
            Some(release) => _ = release.call0(&JsValue::UNDEFINED),
            None => self.waiting.abort(),
        }
    }
}
