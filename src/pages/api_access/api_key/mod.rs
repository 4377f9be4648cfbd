#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::{Credential, LastUse};
use leptos::html;
use leptos::prelude::*;

use crate::components::{BadgeKind, CopyButton, Moment, StatusBadge, changing, copy_text, unique_id};
use crate::platform::selection;
use crate::session::use_session;
use crate::{rich, text};

/// The public half of the pair, in full.
#[component]
pub fn ApiKey(
    credential: Signal<Credential>,
    /// Whether calls with it are refused.
    #[prop(into)]
    refused: Signal<bool>,
) -> impl IntoView {
    let session = use_session();
    let name = unique_id("api-key");
    let labelledby = name.clone();
    let value = NodeRef::<html::Code>::new();
    let api_key = Signal::derive(move || credential.with(|credential| credential.api_key.clone()));
    let select = move |()| {
        if let Some(element) = value.get_untracked() {
            selection::select(&element);
        }
    };
    let badge = changing(move || {
        if refused.get() {
            view! { <StatusBadge kind=BadgeKind::Danger>{text!(api_access.api_key.refused)}</StatusBadge> }
        } else {
            view! { <StatusBadge kind=BadgeKind::Success>{text!(api_access.api_key.active)}</StatusBadge> }
        }
    });
    let created = move || {
        let at = credential.with(|credential| credential.created_at.clone());
        view! { <Moment at zone=Signal::derive(move || session.time_zone()) /> }.into_any()
    };
    let used = changing(move || {
        credential.with(|credential| credential.last_used.clone()).map_or_else(
            || text!(api_access.api_key.never_used).into_any(),
            |last| view! { <LastUsed last /> }.into_any(),
        )
    });
    view! {
        <section class="key" aria-labelledby=labelledby>
            <div class="key-head">
                <h4 class="key-name" id=name>{text!(api_access.api_key.name)}</h4>
                {badge}
            </div>
            <p class="key-purpose">{text!(api_access.api_key.purpose)}</p>
            <div class="key-value"><code translate="no" node_ref=value>{move || api_key.get()}</code></div>
            <div class="key-actions">
                <CopyButton
                    label=text!(api_access.api_key.copy)
                    what=text!(api_access.api_key.what)
                    copy=copy_text(api_key)
                    on_refused=select
                />
            </div>
            <p class="key-note">{rich!(api_access.api_key.created, moment = created)}</p>
            <p class="key-note">{used}</p>
        </section>
    }
    .into_any()
}

/// By this an owner sees whether somebody else uses the key.
#[component]
pub fn LastUsed(last: LastUse) -> impl IntoView {
    let session = use_session();
    let LastUse { at, address, route } = last;
    let moment = move || {
        let at = at.clone();
        view! { <Moment at zone=Signal::derive(move || session.time_zone()) /> }.into_any()
    };
    let address = move || view! { <span translate="no">{address.clone()}</span> }.into_any();
    let route = move || view! { <code translate="no">{route.clone()}</code> }.into_any();
    view! {
        <span>
            {rich!(api_access.api_key.last_used, moment = moment, address = address, route = route)}
        </span>
    }
    .into_any()
}
