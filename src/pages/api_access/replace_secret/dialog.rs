use leptos::prelude::*;

use crate::api::Api;
use crate::pages::api_access::Asked;
use crate::pages::api_access::ending_dialog::EndingDialog;
use crate::{rich, text};

/// Replaces the secret key once the reader agreed that the old one stops.
#[component]
pub(crate) fn ReplaceDialog(asked: Asked) -> impl IntoView {
    let credential = asked.credential;
    let key =
        move || view! { <code translate="no">{credential.with(|it| it.api_key.clone())}</code> }.into_any();
    view! {
        <EndingDialog
            asked
            title=text!(api_access.replace.title)
            confirm=text!(api_access.replace.act)
            done=text!(api_access.replace.done)
            act=Api::replace_secret
        >
            <p>{rich!(api_access.replace.consequence, key = key)}</p>
        </EndingDialog>
    }
    .into_any()
}
