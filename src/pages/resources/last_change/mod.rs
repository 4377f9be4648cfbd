#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::resource::LastChange;
use leptos::prelude::*;

use crate::components::Moment;
use crate::pages::activity::acts;
use crate::session::use_session;
use crate::text;

/// What was done to a resource last: what, when, and with whose key.
#[component]
pub fn LastChangeView(change: Option<LastChange>) -> impl IntoView {
    let Some(LastChange { act, api_key, owner, at }) = change else {
        return view! { <span class="resource-unchanged">{text!(resources.never_changed)}</span> }.into_any();
    };
    let session = use_session();
    view! {
        <div class="last-change">
            <span class="last-change-act">{acts::in_words(act)}</span>
            <span class="last-change-when">
                <Moment at zone=Signal::derive(move || session.time_zone()) />
            </span>
            <span class="last-change-by">
                {text!(resources.changed_by, owner = owner)} " " <code translate="no">{api_key}</code>
            </span>
        </div>
    }
    .into_any()
}
