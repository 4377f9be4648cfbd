#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::{AccessState, ApiAccess};
use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::api_key::ApiKey;
use super::own_credential::active;
use super::quick_start::QuickStart;
use super::replace_secret::ReplaceSecret;
use super::revoke_key::RevokeKey;
use super::secret_key::{SecretKey, SecretViewing};
use crate::components::{Alert, AlertKind, changing, unique_id};
use crate::pages::chunk::{self, Part};
use crate::platform::focus;
use crate::{rich, text};

/// The credentials of somebody whose access is, or was, granted.
#[component]
pub fn ApiInfo(access: Signal<ApiAccess>) -> impl IntoView {
    let refused = Memo::new(move |_| access.with(|access| access.status.state() == AccessState::Suspended));
    let id =
        Memo::new(move |_| access.with(|access| active(&access.credentials).map(|credential| credential.id)));
    let keys = changing(move || {
        focus::rescue();
        id.get().and_then(|_| latest_active(access)).map_or_else(
            || chunk::show(Part::NoKey(access)),
            |credential| view! { <Keys credential refused /> }.into_any(),
        )
    });
    let why_refused = changing(move || refused.get().then(|| chunk::show(Part::KeysRefused(access))));
    view! {
        <div class="api-info">
            {why_refused}
            {keys}
        </div>
    }
    .into_any()
}

/// The active credential as it changes; the last there was once it is revoked.
fn latest_active(access: Signal<ApiAccess>) -> Option<Signal<Credential>> {
    let first = access.with_untracked(|access| active(&access.credentials).cloned())?;
    let id = first.id;
    let credential = Memo::new(move |before: Option<&Credential>| {
        let known = access.with(|access| access.credentials.iter().find(|it| it.id == id).cloned());
        known.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    Some(credential.into())
}

#[component]
fn Keys(credential: Signal<Credential>, refused: Memo<bool>) -> impl IntoView {
    let viewing = SecretViewing::new(credential);
    let title = unique_id("manage-keys");
    let manage = title.clone();
    Effect::new(move || {
        if refused.get() {
            viewing.hide();
        }
    });
    let important = |words: ChildrenFn| view! { <strong>{words()}</strong> }.into_any();
    let replace = changing(move || {
        focus::rescue();
        (!refused.get()).then(|| view! { <ReplaceSecret credential viewing /> })
    });
    let quick_start = changing(move || (!refused.get()).then(|| view! { <QuickStart credential viewing /> }));
    view! {
        <ApiKey credential refused />
        <SecretKey credential viewing refused />
        <Alert kind=AlertKind::Warning>
            <p>{rich!(api_access.important, <strong> = important)}</p>
        </Alert>
        {quick_start}
        <section class="manage-keys" aria-labelledby=manage>
            <h4 class="key-name" id=title>{text!(api_access.manage.title)}</h4>
            {replace}
            <RevokeKey credential viewing />
        </section>
    }
    .into_any()
}
