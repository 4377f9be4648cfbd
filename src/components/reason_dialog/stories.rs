use leptos::prelude::*;

use super::ReasonDialog;
use crate::api::ApiError;
use crate::components::Button;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Reason dialog", "Asks", || dialog(None)),
        Story::new("Reason dialog", "Failed", || dialog(Some(ApiError::Offline))),
    ]
}

fn dialog(failure: Option<ApiError>) -> AnyView {
    let open = RwSignal::new(false);
    let failed = RwSignal::new(None);
    let confirm = move |_: String| match &failure {
        Some(_) => failed.set(failure.clone()),
        None => open.set(false),
    };
    view! {
        <Button on_press=move |()| open.set(true)>"Deny"</Button>
        <ReasonDialog
            open
            title="Deny the request of Uma Userton?"
            help="Uma Userton reads it."
            confirm="Deny request"
            busy=false
            failure=failed
            on_confirm=confirm
        >
            <p>"Uma Userton is told why, and may ask again."</p>
        </ReasonDialog>
    }
    .into_any()
}
