#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::TextField;
use crate::platform::timer::{Timer, use_timers};

/// How long to wait for the next key before searching, in milliseconds.
const PAUSE: u32 = 250;

/// Narrows a list. `on_typed` is called a moment after the last key.
#[component]
pub fn SearchField(
    #[prop(into)] label: TextProp,
    /// What can be searched for, e.g. "Name, e-mail or company".
    hint: &'static str,
    search: RwSignal<String>,
    #[prop(into)] on_typed: Callback<()>,
) -> impl IntoView {
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
            waiting.set_value(Some(timers.after(PAUSE, move || on_typed.run(()))));
        }
    });
    on_cleanup(stop);
    view! {
        <div class="list-search" role="search">
            <TextField label value=search kind="search" autocomplete="off" placeholder=hint />
        </div>
    }
    .into_any()
}
