use leptos::prelude::*;

use crate::components::TextField;
use crate::platform::timer::{Timer, use_timers};
use crate::text;

/// How long to wait for the next key before searching, in milliseconds.
const PAUSE: u32 = 250;

#[component]
pub(super) fn SearchField(search: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="list-search" role="search">
            <TextField
                label=text!(admin.users.search)
                value=search
                kind="search"
                autocomplete="off"
                placeholder=text!(admin.users.search_hint)
            />
        </div>
    }
    .into_any()
}

/// Calls `act` a moment after the last key.
pub(super) fn when_typed(search: RwSignal<String>, act: impl Fn() + Copy + Send + Sync + 'static) {
    let timers = use_timers();
    let waiting = StoredValue::new_local(None::<Timer>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.cancel();
        }
    };
    Effect::new(move |first: Option<()>| {
        search.track();
        if first.is_some() {
            stop();
            waiting.set_value(Some(timers.after(PAUSE, act)));
        }
    });
    on_cleanup(stop);
}
