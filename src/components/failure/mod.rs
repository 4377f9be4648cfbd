#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{Alert, AlertKind};
use crate::api::ApiError;
use crate::i18n::api_error;
use crate::text;

/// Says where an act was begun that it failed, and what to do next; nothing while `error` is `None`. What is wrong with a field is
/// left to that field.
#[component]
pub fn Failure(
    /// What did not come about, e.g. "Your request was not sent".
    title: &'static str,
    #[prop(into)] error: Signal<Option<ApiError>>,
) -> impl IntoView {
    move || {
        let error = error.get().filter(|error| error.field_errors().is_empty())?;
        let id = error.request_id().map(|id| {
            view! {
                <p class="failure-id">{text!(errors.request_id)}" "<code translate="no">{id.to_owned()}</code></p>
            }
        });
        let view = view! {
            <Alert kind=AlertKind::Danger live=true title>
                <p>{api_error(&error)}</p>
                {id}
            </Alert>
        };
        Some(view.into_any())
    }
}
