#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::{Secret, Target, Write};
use crate::components::{CopyButton, CopyableCode};
use crate::pages::api_access::secret_key::{SecretViewing, copy_secret};
use crate::portal_config::use_config;
use crate::text;

/// Lines that use the key. The secret key is not in them, unless they are copied with it: then it goes to the clipboard
/// and is never shown.
#[component]
pub fn Snippet(
    credential: Signal<Credential>,
    viewing: SecretViewing,
    write: Write,
    /// What it is, e.g. "curl command".
    label: &'static str,
    /// What its button is called, e.g. "Copy curl command".
    copy: &'static str,
) -> impl IntoView {
    let config = use_config();
    let lines = Signal::derive(move || write(&Target::of(credential, config), Secret::Variable));
    view! {
        <div class="snippet">
            <CopyableCode code=lines label copy />
            <div class="key-actions">
                <CopyButton
                    label=text!(api_access.quick_start.copy_with_secret)
                    what=text!(api_access.quick_start.with_secret, what = label)
                    copy=copy_secret(credential, viewing, Some(write))
                    on_refused=move |()| viewing.slot.select()
                />
            </div>
        </div>
    }
    .into_any()
}
