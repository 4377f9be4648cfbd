use std::rc::Rc;

use leptos::prelude::*;

/// A `Copy` handle on something that only this thread may use, so that it can be a context and be captured
/// freely.
///
/// It lives as long as the owner it was made under: the app, or a test.
pub struct Handle<T: ?Sized + 'static>(StoredValue<Rc<T>, LocalStorage>);

impl<T: ?Sized + 'static> Handle<T> {
    pub fn new(it: Rc<T>) -> Self {
        Self(StoredValue::new_local(it))
    }

    /// `None` once the owner is gone: the app was taken off the page.
    pub fn get(self) -> Option<Rc<T>> {
        self.0.try_get_value()
    }
}

impl<T: ?Sized + 'static> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized + 'static> Copy for Handle<T> {}
