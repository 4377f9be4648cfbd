#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::activity::Activity;
use leptos::prelude::*;

use super::acts;
use crate::components::Icon;
use crate::text;

/// One thing that was done: what, to which resource, by whom if by somebody else, which key, why, and `when` in words.
#[component]
pub fn Entry(
    activity: Activity,
    when: String,
    /// Name of the reader, whose own acts need no name.
    reader: String,
) -> impl IntoView {
    let Activity { at, act, actor, api_key, resource, reason, .. } = activity;
    let resource = resource.map(|name| view! { " " <span class="activity-resource">{name}</span> });
    let by = (actor != reader && !actor.is_empty())
        .then(|| view! { <span class="activity-by">{text!(activity.by, actor = actor)}</span> });
    let key = api_key.map(|key| {
        view! { <p class="activity-key">{text!(activity.api_key)}" "<code translate="no">{key}</code></p> }
    });
    let reason = reason
        .map(|reason| view! { <p class="activity-reason">{text!(activity.reason, reason = reason)}</p> });
    view! {
        <li class="activity-entry">
            <span class="activity-icon"><Icon name=acts::icon(act) /></span>
            <div class="activity-said">
                <p class="activity-what">{acts::in_words(act)}{resource}" "{by}</p>
                {key}
                {reason}
            </div>
            <time class="activity-when" datetime=at.0>{when}</time>
        </li>
    }
    .into_any()
}
