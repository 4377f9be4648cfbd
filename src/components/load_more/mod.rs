#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{Button, changing, use_announcer};
use crate::platform::focus;
use crate::text;

/// The end of a list that comes page by page.
#[component]
pub fn LoadMore(
    /// How many are shown.
    #[prop(into)]
    shown: Signal<usize>,
    /// Whether there are more.
    #[prop(into)]
    more: Signal<bool>,
    #[prop(into)] busy: Signal<bool>,
    #[prop(into)] on_more: Callback<()>,
) -> impl IntoView {
    let count = move || {
        let count = shown.get();
        if more.get() {
            text!(common.shown_some, count = count)
        } else {
            text!(common.shown_all, count = count)
        }
    };
    let announcer = use_announcer();
    let asked = StoredValue::new(false);
    Effect::new(move |before: Option<usize>| {
        let now = shown.get();
        if before.is_some_and(|before| before < now) && asked.get_value() {
            asked.set_value(false);
            announcer.polite(untrack(count));
        }
        now
    });
    let press = move |()| {
        asked.set_value(true);
        on_more.run(());
    };
    let button = changing(move || {
        // With the last page the button goes, and perhaps the focus with it.
        focus::rescue();
        more.get().then(|| view! { <Button busy on_press=press>{text!(common.load_more)}</Button> })
    });
    view! {
        <div class="load-more">
            <span class="load-more-count">{count}</span>
            {button}
        </div>
    }
    .into_any()
}
