use leptos::prelude::*;

use crate::api::Api;
use crate::pages::api_access::Asked;
use crate::pages::api_access::ending_dialog::EndingDialog;
use crate::{rich, text};

/// Revokes the pair of keys once the reader agreed.
#[component]
pub(crate) fn RevokeDialog(asked: Asked) -> impl IntoView {
    let credential = asked.credential;
    let key =
        move || view! { <code translate="no">{credential.with(|it| it.api_key.clone())}</code> }.into_any();
    view! {
        <EndingDialog
            asked
            title=text!(api_access.revoke.title)
            confirm=text!(api_access.revoke.act)
            done=text!(api_access.revoke.done)
            act=Api::revoke_credential
        >
            <p>{rich!(api_access.revoke.consequence, key = key)}</p>
        </EndingDialog>
    }
    .into_any()
}
