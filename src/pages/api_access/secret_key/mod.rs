//! The private half of the pair: hidden until asked for, copied without being shown.

mod copy;
#[cfg(feature = "stories")]
pub mod stories;
mod viewing;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use crate::components::{
    Alert, AlertKind, Button, CopyButton, Countdown, Failure, IconName, MaskedSecret, Moment, changing,
    unique_id,
};
use crate::session::use_session;
use crate::{rich, text};

pub(in crate::pages::api_access) use copy::copy_secret;
pub use viewing::{SecretViewing, VISIBLE_FOR};

#[component]
pub fn SecretKey(
    credential: Signal<Credential>,
    viewing: SecretViewing,
    /// Whether calls with it are refused; then it is not handed out either.
    #[prop(into)]
    refused: Signal<bool>,
) -> impl IntoView {
    let session = use_session();
    let name = unique_id("secret-key");
    let (labelledby, value_name) = (name.clone(), name.clone());
    let since = move || {
        let at = credential.with(|credential| credential.secret_created_at.clone());
        view! { <Moment at zone=Signal::derive(move || session.time_zone()) /> }.into_any()
    };
    let actions = changing(move || {
        if refused.get() {
            view! { <p class="key-note">{text!(api_access.secret_key.while_refused)}</p> }.into_any()
        } else {
            view! { <Actions credential viewing /> }.into_any()
        }
    });
    view! {
        <section class="key" aria-labelledby=labelledby>
            <div class="key-head">
                <h4 class="key-name" id=name>{text!(api_access.secret_key.name)}</h4>
            </div>
            <p class="key-purpose">{text!(api_access.secret_key.purpose)}</p>
            <div class="key-value"><MaskedSecret secret=viewing.slot labelledby=value_name /></div>
            <div class="key-actions">{actions}</div>
            <p class="key-note">{rich!(api_access.secret_key.since, moment = since)}</p>
            <Messages viewing />
        </section>
    }
    .into_any()
}

#[component]
fn Actions(credential: Signal<Credential>, viewing: SecretViewing) -> impl IntoView {
    let shown = viewing.slot.is_shown();
    let toggle = changing(move || {
        let (icon, label) = if shown.get() {
            (IconName::HIDE, text!(api_access.secret_key.hide))
        } else {
            (IconName::SHOW, text!(api_access.secret_key.reveal))
        };
        view! {
            <Button icon busy=viewing.busy on_press=move |()| viewing.toggle() node_ref=viewing.toggle>
                {label}
            </Button>
        }
    });
    let countdown = changing(move || {
        shown.get().then(|| {
            view! {
                <Countdown
                    left=viewing.left
                    total=VISIBLE_FOR
                    kept=viewing.kept
                    on_keep=move |()| viewing.keep()
                />
            }
        })
    });
    view! {
        {toggle}
        <CopyButton
            label=text!(api_access.secret_key.copy)
            what=text!(api_access.secret_key.what)
            copy=copy_secret(credential, viewing, None)
            on_refused=move |()| viewing.slot.select()
        />
        {countdown}
    }
    .into_any()
}

/// What went otherwise than asked for.
#[component]
fn Messages(viewing: SecretViewing) -> impl IntoView {
    let replaced = changing(move || {
        viewing.replaced.get().then(|| {
            view! { <Alert kind=AlertKind::Warning>{text!(api_access.secret_key.replaced)}</Alert> }
        })
    });
    view! {
        <Failure title=text!(api_access.secret_key.not_fetched) error=viewing.failure />
        {replaced}
    }
    .into_any()
}
