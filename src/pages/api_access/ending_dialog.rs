use std::future::Future;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

use super::Asked;
use super::own_credential::put_credential;
use crate::access::use_access;
use crate::api::{Api, ApiError, use_api};
use crate::components::{AlertKind, ButtonKind, ConfirmDialog, Notice, use_notices};
use crate::i18n::api_error;
use crate::platform::focus;
use crate::text;

/// Asks before an act that ends a secret, and does it. The children say what will break.
#[component]
pub(super) fn EndingDialog<A, F>(
    asked: Asked,
    title: &'static str,
    /// What the button is called.
    confirm: &'static str,
    /// Said when it is done.
    done: &'static str,
    act: A,
    children: ChildrenFn,
) -> impl IntoView
where
    A: Fn(Api, Uuid) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Credential, ApiError>> + 'static,
{
    let Asked { credential, viewing, open } = asked;
    let api = use_api();
    let access = use_access();
    let notices = use_notices();
    let put = put_credential();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    Effect::new(move || {
        if open.get() {
            failure.set(None);
        }
    });
    let act = move |()| {
        busy.set(true);
        failure.set(None);
        // What is shown is about to be worthless.
        viewing.hide();
        let acting = act(api, credential.with_untracked(|credential| credential.id));
        spawn_local(async move {
            let answer = acting.await;
            busy.try_set(false);
            match answer {
                Ok(changed) => {
                    open.try_set(false);
                    put(changed);
                    focus::settle();
                    notices.show(Notice::brief(AlertKind::Success, done));
                }
                Err(error) if error.is_step_up_required() => {}
                // Revoked in another window already.
                Err(error) if error.is_wrong_state() => {
                    open.try_set(false);
                    access.again();
                    focus::settle();
                }
                Err(error) => _ = failure.try_set(Some(error)),
            }
        });
    };
    view! {
        <ConfirmDialog
            open
            busy
            title
            confirm
            kind=ButtonKind::Danger
            error=Signal::derive(move || failure.with(|failure| failure.as_ref().map(api_error)))
            on_confirm=act
        >
            {children()}
            <p>{text!(api_access.manage.cannot_undo)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
