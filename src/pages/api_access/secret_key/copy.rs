use latchkey_contract::credential::{Credential, RevealPurpose};
use leptos::prelude::*;

use super::SecretViewing;
use crate::api::use_api;
use crate::components::{Copied, CopyAction};
use crate::i18n::api_error;
use crate::pages::api_access::quick_start::{Secret, Target, Write};
use crate::platform::clipboard::{CopyOutcome, use_clipboard};
use crate::portal_config::use_config;
use crate::session::use_step_up;

/// Copies the secret key, or lines that hold it, without showing it. Where the browser does not let it, shows it, to be copied
/// by hand.
pub fn copy_secret(
    credential: Signal<Credential>,
    viewing: SecretViewing,
    within: Option<Write>,
) -> CopyAction {
    let config = use_config();
    let api = use_api();
    let clipboard = use_clipboard();
    let step_up = use_step_up();
    CopyAction::new(move |()| {
        let id = credential.with_untracked(|credential| credential.id);
        // Not read when the secret comes: the page may be left by then.
        let target = within.map(|write| (write, untrack(|| Target::of(credential, config))));
        let fetch = move || {
            let target = target.clone();
            async move {
                let secret = api.reveal_secret(id, RevealPurpose::Copy).await?.secret_key;
                Ok(match target {
                    Some((write, target)) => write(&target, Secret::Plain(secret.expose())).into(),
                    None => secret,
                })
            }
        };
        let copying = step_up.copy(clipboard, fetch);
        Box::pin(async move {
            match copying.await {
                Ok(CopyOutcome::Done) => Copied::Done,
                Ok(CopyOutcome::Refused | CopyOutcome::Unavailable) => show_instead(viewing).await,
                Err(error) if error.is_step_up_required() => Copied::Cancelled,
                Err(error) => Copied::Failed(api_error(&error)),
            }
        }) as _
    })
}

async fn show_instead(viewing: SecretViewing) -> Copied {
    if viewing.is_shown() {
        return Copied::Refused;
    }
    match viewing.show().await {
        Ok(()) => Copied::Refused,
        Err(error) if error.is_step_up_required() => Copied::Cancelled,
        Err(error) => Copied::Failed(api_error(&error)),
    }
}
