//! What this browser remembers between visits: harmless preferences, never a secret, never who is signed in.

use leptos::prelude::window;

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// `None` also where the browser refuses storage.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Where the browser refuses storage the preference lasts until the page is left.
pub fn write(name: &str, value: &str) {
    if let Some(storage) = storage() {
        _ = storage.set_item(name, value);
    }
}

pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        _ = storage.remove_item(name);
    }
}
