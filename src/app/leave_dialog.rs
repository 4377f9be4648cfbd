#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::Navigation;
use crate::components::ConfirmDialog;
use crate::text;

/// Asks before unsaved changes are lost.
#[component]
pub(crate) fn LeaveDialog(navigation: Navigation) -> impl IntoView {
    view! {
        <ConfirmDialog
            open=navigation.asking
            title=text!(shell.leave.title)
            confirm=text!(shell.leave.confirm)
            on_confirm=move |()| navigation.go()
            on_dismiss=move |()| navigation.stay()
        >
            <p>{text!(shell.leave.consequence)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
