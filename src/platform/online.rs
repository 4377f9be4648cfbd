use leptos::prelude::*;

use super::events::on_window;

/// What the browser believes; `true` does not promise that the server can be reached.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// [`is_online`] as it changes, for as long as the current owner lives.
pub fn use_online() -> ReadSignal<bool> {
    let (online, set_online) = signal(is_online());
    on_window("online", move |_| set_online.set(true));
    on_window("offline", move |_| set_online.set(false));
    online
}
