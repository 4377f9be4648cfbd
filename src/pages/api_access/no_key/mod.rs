#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::api_access::{AccessState, ApiAccess};
use latchkey_contract::credential::Credential;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::own_credential::put_credential;
use crate::access::use_access;
use crate::api::{ApiError, IdempotencyKey, use_api};
use crate::components::{
    AlertKind, Button, ButtonKind, EmptyState, Failure, IconName, Moment, Notice, changing, use_notices,
};
use crate::session::use_session;
use crate::{rich, text};

/// Access without a key, because the last one was revoked.
#[component]
pub fn NoKey(access: Signal<ApiAccess>) -> impl IntoView {
    let can_create = Memo::new(move |_| access.with(|access| access.status.state() == AccessState::Approved));
    let revoked = changing(move || {
        access.with(|access| access.credentials.first().cloned()).map(|last| view! { <Revoked last /> })
    });
    let next = changing(move || {
        if can_create.get() {
            view! { <CreateKey /> }.into_any()
        } else {
            view! { <p>{text!(api_access.no_key.while_refused)}</p> }.into_any()
        }
    });
    view! {
        <EmptyState title=text!(api_access.no_key.title) icon=IconName::KEY>
            {revoked}
            {next}
        </EmptyState>
    }
    .into_any()
}

#[component]
fn Revoked(last: Credential) -> impl IntoView {
    let session = use_session();
    let Credential { api_key, revoked_at, .. } = last;
    let key = move || view! { <code translate="no">{api_key.clone()}</code> }.into_any();
    let moment = move || {
        let zone = Signal::derive(move || session.time_zone());
        revoked_at.clone().map(|at| view! { <Moment at zone /> }).into_any()
    };
    view! { <p>{rich!(api_access.no_key.revoked, key = key, moment = moment)}</p> }.into_any()
}

#[component]
fn CreateKey() -> impl IntoView {
    let api = use_api();
    let access = use_access();
    let notices = use_notices();
    let put = put_credential();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let intent = StoredValue::new(IdempotencyKey::new());
    let create = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api.create_credential(&intent.get_value()).await;
            busy.try_set(false);
            match answer {
                Ok(created) => {
                    put(created);
                    notices.show(Notice::brief(AlertKind::Success, text!(api_access.no_key.done)));
                }
                Err(error) if error.is_step_up_required() => {}
                // Created in another window already.
                Err(error) if error.is_wrong_state() => access.again(),
                Err(error) => {
                    if !error.may_pass() {
                        intent.try_set_value(IdempotencyKey::new());
                    }
                    failure.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <p>{text!(api_access.no_key.what)}</p>
        <Button kind=ButtonKind::Primary icon=IconName::ADD busy on_press=create>{text!(api_access.no_key.create)}</Button>
        <Failure title=text!(api_access.no_key.not_created) error=failure />
    }
    .into_any()
}
