mod dialog;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::Asked;
use super::secret_key::SecretViewing;
use crate::components::{Button, ButtonKind, IconName};
use crate::pages::chunk::{FetchedDialog, Part};
use crate::text;

pub(crate) use dialog::RevokeDialog;

/// Ends the pair of keys for good.
#[component]
pub fn RevokeKey(credential: Signal<Credential>, viewing: SecretViewing) -> impl IntoView {
    let asked = Asked::new(credential, viewing);
    view! {
        <div class="manage-key">
            <p>{text!(api_access.revoke.what)}</p>
            <Button kind=ButtonKind::Danger icon=IconName::REVOKE on_press=move |()| asked.ask()>
                {text!(api_access.revoke.act)}
            </Button>
        </div>
        <FetchedDialog part=Part::RevokeKey(asked) open=asked.open give_up=move |()| asked.give_up() />
    }
    .into_any()
}
