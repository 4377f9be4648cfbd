use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// What is warned of on the console until this is dropped.
pub(crate) struct Warnings {
    heard: Rc<RefCell<Vec<String>>>,
    before: JsValue,
    _hear: Closure<dyn FnMut(JsValue)>,
}

impl Warnings {
    pub(crate) fn listen() -> Self {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let its_heard = Rc::clone(&heard);
        let hear = Closure::new(move |words: JsValue| its_heard.borrow_mut().push(format!("{words:?}")));
        let before = Reflect::get(&console(), &"warn".into()).unwrap();
        Reflect::set(&console(), &"warn".into(), hear.as_ref()).unwrap();
        Self { heard, before, _hear: hear }
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.heard.borrow().clone()
    }
}

impl Drop for Warnings {
    fn drop(&mut self) {
        Reflect::set(&console(), &"warn".into(), &self.before).unwrap();
    }
}

fn console() -> JsValue {
    Reflect::get(&js_sys::global(), &"console".into()).unwrap()
}
