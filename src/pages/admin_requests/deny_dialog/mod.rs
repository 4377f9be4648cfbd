#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::deciding::Deciding;
use crate::components::ReasonDialog;
use crate::text;

/// Asks why a request is denied.
#[component]
pub fn DenyDialog(deciding: Deciding) -> impl IntoView {
    let user = move || {
        deciding
            .denying
            .with(|request| request.as_ref().map(|request| request.user_name.clone()).unwrap_or_default())
    };
    view! {
        <ReasonDialog
            open=deciding.dialog
            title=move || text!(admin.requests.deny_dialog.title, user = user())
            help=move || text!(admin.requests.deny_dialog.help, user = user())
            confirm=text!(admin.requests.deny_dialog.confirm)
            busy=deciding.busy
            failure=deciding.denial_failure
            on_confirm=move |reason| deciding.deny(reason)
        >
            <p>{move || text!(admin.requests.deny_dialog.what, user = user())}</p>
        </ReasonDialog>
    }
    .into_any()
}
