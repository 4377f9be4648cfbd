use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::access::use_access;
use crate::api::{ApiError, use_api};
use crate::components::{AlertKind, ButtonKind, ConfirmDialog, Notice, use_notices};
use crate::i18n::api_error;
use crate::pages::api_access::Asked;
use crate::pages::api_access::own_credential::put_credential;
use crate::platform::focus;
use crate::{rich, text};

/// Revokes the pair of keys once the reader agreed.
#[component]
pub(crate) fn RevokeDialog(asked: Asked) -> impl IntoView {
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
    let revoke = move |()| {
        busy.set(true);
        failure.set(None);
        viewing.hide();
        spawn_local(async move {
            let answer = api.revoke_credential(credential.with_untracked(|credential| credential.id)).await;
            busy.try_set(false);
            match answer {
                Ok(revoked) => {
                    open.try_set(false);
                    put(revoked);
                    focus::settle();
                    notices.show(Notice::brief(AlertKind::Success, text!(api_access.revoke.done)));
                }
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
    let key =
        move || view! { <code translate="no">{credential.with(|it| it.api_key.clone())}</code> }.into_any();
    view! {
        <ConfirmDialog
            open
            busy
            title=text!(api_access.revoke.title)
            confirm=text!(api_access.revoke.act)
            kind=ButtonKind::Danger
            error=Signal::derive(move || failure.with(|failure| failure.as_ref().map(api_error)))
            on_confirm=revoke
        >
            <p>{rich!(api_access.revoke.consequence, key = key)}</p>
            <p>{text!(api_access.manage.cannot_undo)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
