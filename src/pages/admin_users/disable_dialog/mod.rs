#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::changing::Changing;
use crate::components::ReasonDialog;
use crate::text;

/// Asks why a user's API access is disabled.
#[component]
pub fn DisableDialog(changing: Changing) -> impl IntoView {
    let user = move || {
        changing.disabling.with(|user| user.as_ref().map(|user| user.user_name.clone()).unwrap_or_default())
    };
    view! {
        <ReasonDialog
            open=changing.dialog
            title=move || text!(admin.users.disable_dialog.title, user = user())
            help=move || text!(admin.users.disable_dialog.help, user = user())
            confirm=text!(admin.users.disable_dialog.confirm)
            busy=changing.busy
            failure=changing.dialog_failure
            on_confirm=move |reason| changing.disable(reason)
        >
            <p>{move || text!(admin.users.disable_dialog.what, user = user())}</p>
        </ReasonDialog>
    }
    .into_any()
}
