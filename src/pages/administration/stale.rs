use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName};
use crate::i18n::api_error;
use crate::text;

/// Says so when a list could not be read again.
#[component]
pub(in crate::pages) fn Stale(
    failure: Signal<Option<ApiError>>,
    #[prop(into)] on_retry: Callback<()>,
) -> impl IntoView {
    move || {
        let why = failure.with(|failure| failure.as_ref().map(api_error))?;
        let view = view! {
            <Alert kind=AlertKind::Warning>
                <p>{text!(admin.outdated, why = why)}</p>
                <Button kind=ButtonKind::Quiet icon=IconName::RETRY on_press=on_retry>{text!(common.retry)}</Button>
            </Alert>
        };
        Some(view.into_any())
    }
}
