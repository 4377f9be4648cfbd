use leptos::prelude::*;

use crate::access::use_access;
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName};
use crate::i18n::api_error;
use crate::text;

/// Says so when what is shown could not be read again.
#[component]
pub(super) fn Outdated() -> impl IntoView {
    let access = use_access();
    let failure = access.failure();
    move || {
        let why = failure.with(|failure| failure.as_ref().map(api_error))?;
        let view = view! {
            <Alert kind=AlertKind::Warning>
                <p>{text!(api_access.outdated, why = why)}</p>
                <Button kind=ButtonKind::Quiet icon=IconName::RETRY on_press=move |()| access.again()>
                    {text!(common.retry)}
                </Button>
            </Alert>
        };
        Some(view.into_any())
    }
}
