#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{Icon, IconName, unique_id, use_announcer};
use crate::platform::timer::{Timer, use_timers};
use crate::text;

/// A reader is told how much was found when the typing has paused for so long, in milliseconds.
const PAUSE: u32 = 600;

/// The field that narrows the reference down as one types.
#[component]
pub fn SearchBox(query: RwSignal<String>, #[prop(into)] found: Signal<usize>) -> impl IntoView {
    let announcer = use_announcer();
    let timers = use_timers();
    let waiting = StoredValue::new_local(None::<Timer>);
    let cancel = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.cancel();
        }
    };
    on_cleanup(cancel);
    let typed = move |event| {
        query.set(event_target_value(&event));
        cancel();
        let timer = timers.after(PAUSE, move || {
            announcer.polite(in_words(query.get_untracked().trim(), found.get_untracked()))
        });
        waiting.set_value(Some(timer));
    };
    let id = unique_id("search");
    view! {
        <div class="docs-search" role="search">
            <label class="docs-search-label" for=id.clone()>{text!(docs.search.label)}</label>
            <div class="docs-search-field">
                <Icon name=IconName::SEARCH />
                <input
                    class="input"
                    id=id
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=text!(docs.search.placeholder)
                    prop:value=move || query.get()
                    on:input=typed
                />
            </div>
            <p class="docs-search-count">{move || query.with(|query| shown(query.trim(), found.get()))}</p>
        </div>
    }
    .into_any()
}

fn shown(query: &str, found: usize) -> Option<String> {
    (!query.is_empty()).then(|| in_words(query, found))
}

fn in_words(query: &str, found: usize) -> String {
    match found {
        _ if query.is_empty() => text!(docs.search.all).to_owned(),
        0 => text!(docs.search.none, query = query),
        1 => text!(docs.search.one).to_owned(),
        _ => text!(docs.search.several, count = found),
    }
}
