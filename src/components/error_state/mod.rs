#[cfg(feature = "stories")]
pub mod stories;
mod words;

use leptos::prelude::*;

use super::{Button, Icon, IconName};
use crate::api::ApiError;
use crate::text;
use words::Words;

/// Said where something could not be shown: what happened, what to do next, and the request id for whoever helps.
#[component]
pub fn ErrorState(error: ApiError, #[prop(optional, into)] on_retry: Option<Callback<()>>) -> impl IntoView {
    let Words { icon, title, body, request_id, can_retry } = Words::of(&error);
    let retry = on_retry.filter(|_| can_retry);
    view! {
        <div class="error-state" role="alert">
            <span class="error-state-icon"><Icon name=icon /></span>
            <p class="error-state-title">{title}</p>
            <p class="error-state-body">{body}</p>
            {retry
                .map(|retry| {
                    view! { <Button icon=IconName::RETRY on_press=retry>{text!(common.retry)}</Button> }
                })}
            {request_id
                .map(|id| {
                    view! {
                        <p class="error-state-id">{text!(errors.request_id)}" "<code translate="no">{id}</code></p>
                    }
                })}
        </div>
    }
    .into_any()
}
