use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, use_api};
use crate::components::{AlertKind, ButtonKind, ConfirmDialog, Notice, use_notices};
use crate::i18n::api_error;
use crate::pages::api_access::Asked;
use crate::pages::api_access::own_credential::put_credential;
use crate::{rich, text};

/// Replaces the secret key once the reader agreed that the old one stops.
#[component]
pub(crate) fn ReplaceDialog(asked: Asked) -> impl IntoView {
    let Asked { credential, viewing, open } = asked;
    let api = use_api();
    let notices = use_notices();
    let put = put_credential();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    Effect::new(move || {
        if open.get() {
            failure.set(None);
        }
    });
    let replace = move |()| {
        busy.set(true);
        failure.set(None);
        // What is shown is about to be worthless.
        viewing.hide();
        spawn_local(async move {
            let answer = api.replace_secret(credential.with_untracked(|credential| credential.id)).await;
            busy.try_set(false);
            match answer {
                Ok(replaced) => {
                    open.try_set(false);
                    put(replaced);
                    notices.show(Notice::brief(AlertKind::Success, text!(api_access.replace.done)));
                }
                Err(error) if error.is_step_up_required() => {}
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
            title=text!(api_access.replace.title)
            confirm=text!(api_access.replace.act)
            kind=ButtonKind::Danger
            error=Signal::derive(move || failure.with(|failure| failure.as_ref().map(api_error)))
            on_confirm=replace
        >
            <p>{rich!(api_access.replace.consequence, key = key)}</p>
            <p>{text!(api_access.manage.cannot_undo)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
