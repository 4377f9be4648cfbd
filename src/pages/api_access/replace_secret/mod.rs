#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::own_credential::put_credential;
use super::secret_key::SecretViewing;
use crate::api::{ApiError, use_api};
use crate::components::{AlertKind, Button, ButtonKind, ConfirmDialog, IconName, Notice, use_notices};
use crate::i18n::api_error;
use crate::{rich, text};

/// A new secret key for the same API key, once the reader agreed that the old one stops.
#[component]
pub fn ReplaceSecret(credential: Signal<Credential>, viewing: SecretViewing) -> impl IntoView {
    let api = use_api();
    let notices = use_notices();
    let put = put_credential();
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let ask = move |()| {
        failure.set(None);
        open.set(true);
    };
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
        <div class="manage-key">
            <p>{text!(api_access.replace.what)}</p>
            <Button icon=IconName::Replace on_press=ask>{text!(api_access.replace.act)}</Button>
        </div>
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
