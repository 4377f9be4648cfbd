mod dialog;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::Asked;
use super::secret_key::SecretViewing;
use crate::components::{Button, IconName};
use crate::pages::chunk::{FetchedDialog, Part};
use crate::text;

pub(crate) use dialog::ReplaceDialog;

/// A new secret key for the same API key.
#[component]
pub fn ReplaceSecret(credential: Signal<Credential>, viewing: SecretViewing) -> impl IntoView {
    let asked = Asked::new(credential, viewing);
    view! {
        <div class="manage-key">
            <p>{text!(api_access.replace.what)}</p>
            <Button icon=IconName::REPLACE on_press=move |()| asked.ask()>{text!(api_access.replace.act)}</Button>
        </div>
        <FetchedDialog part=Part::ReplaceSecret(asked) open=asked.open give_up=move |()| asked.give_up() />
    }
    .into_any()
}
