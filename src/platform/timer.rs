//! Time: what o'clock it is, and what is to happen later. Milliseconds throughout.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::Handle;

/// What a clock can do; the browser's own, or a test's.
pub trait Clock {
    /// Milliseconds since 1970 in UTC.
    fn now(&self) -> f64;
    fn call_after(&self, ms: u32, act: Box<dyn FnOnce()>) -> u32;
    fn cancel(&self, id: u32);
}

/// The clock in use. Take it from the context with [`use_timers`].
#[derive(Clone, Copy)]
pub struct Timers(Handle<dyn Clock>);

/// A call that is still to come. Dropping it does not cancel it.
#[derive(Clone)]
pub struct Timer {
    timers: Timers,
    id: Rc<Cell<Option<u32>>>,
}

impl Timers {
    pub fn new(clock: Rc<dyn Clock>) -> Self {
        Self(Handle::new(clock))
    }

    pub fn browser() -> Self {
        Self::new(Rc::new(BrowserClock::default()))
    }

    /// Milliseconds since 1970 in UTC.
    pub fn now(self) -> f64 {
        self.0.get().map_or(0.0, |clock| clock.now())
    }

    pub fn after(self, ms: u32, act: impl FnOnce() + 'static) -> Timer {
        let timer = Timer { timers: self, id: Rc::default() };
        let id = Rc::clone(&timer.id);
        timer.start(
            ms,
            Box::new(move || {
                id.set(None);
                act();
            }),
        );
        timer
    }

    /// Calls `act` every `ms` until the timer is cancelled.
    pub fn every(self, ms: u32, act: impl Fn() + 'static) -> Timer {
        let timer = Timer { timers: self, id: Rc::default() };
        repeat(timer.clone(), ms, Rc::new(act));
        timer
    }

    pub async fn sleep(self, ms: u32) {
        let (wake, woken) = oneshot::channel();
        self.after(ms, move || _ = wake.send(()));
        _ = woken.await;
    }
}

impl Timer {
    fn start(&self, ms: u32, act: Box<dyn FnOnce()>) {
        if let Some(clock) = self.timers.0.get() {
            self.id.set(Some(clock.call_after(ms, act)));
        }
    }

    pub fn cancel(&self) {
        if let (Some(id), Some(clock)) = (self.id.take(), self.timers.0.get()) {
            clock.cancel(id);
        }
    }
}

fn repeat(timer: Timer, ms: u32, act: Rc<dyn Fn()>) {
    let next = timer.clone();
    timer.start(
        ms,
        Box::new(move || {
            repeat(next, ms, Rc::clone(&act));
            act();
        }),
    );
}

/// The clock of the context, the browser's own where there is none.
pub fn use_timers() -> Timers {
    use_context().unwrap_or_else(Timers::browser)
}

#[derive(Default)]
struct BrowserClock {
    /// Few at a time.
    pending: Rc<RefCell<Vec<Pending>>>,
    last: Cell<u32>,
}

struct Pending {
    id: u32,
    /// As the browser gave it: a test's clock gives numbers that fit no `i32`.
    handle: JsValue,
    _callback: Closure<dyn FnMut()>,
}

impl Clock for BrowserClock {
    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn call_after(&self, ms: u32, act: Box<dyn FnOnce()>) -> u32 {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        let pending = Rc::clone(&self.pending);
        let callback = Closure::once(move || {
            let done = take(&pending, id);
            act();
            drop(done);
        });
        let handle = call("setTimeout", &[callback.as_ref(), &ms.into()]);
        self.pending.borrow_mut().push(Pending { id, handle, _callback: callback });
        id
    }

    fn cancel(&self, id: u32) {
        if let Some(pending) = take(&self.pending, id) {
            call("clearTimeout", &[&pending.handle]);
        }
    }
}

fn take(pending: &RefCell<Vec<Pending>>, id: u32) -> Option<Pending> {
    let mut pending = pending.borrow_mut();
    let at = pending.iter().position(|it| it.id == id)?;
    Some(pending.swap_remove(at))
}

/// Calls a function of the window.
fn call(name: &str, arguments: &[&JsValue]) -> JsValue {
    let function = Reflect::get(&window(), &name.into()).and_then(JsCast::dyn_into::<Function>);
    let arguments: Array = arguments.iter().collect();
    function.and_then(|function| function.apply(&window(), &arguments)).unwrap_or_default()
}
