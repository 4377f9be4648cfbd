use latchkey_contract::api_access::RequestApiAccess;
use latchkey_contract::validation::REASON_MAX;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::access::use_access;
use crate::api::{ApiError, IdempotencyKey, use_api};
use crate::components::{Button, ButtonKind, Disclosure, Failure, TextArea};
use crate::i18n::field_error;
use crate::text;

/// One click asks for access; a reason is welcome and not needed.
#[component]
pub(super) fn AskForAccess() -> impl IntoView {
    let api = use_api();
    let access = use_access();
    let reason = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let intent = StoredValue::new(None::<(RequestApiAccess, IdempotencyKey)>);
    let send = move |()| {
        let body = RequestApiAccess { reason: written(&reason.get_untracked()) };
        let key = key_for(intent, &body);
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api.request_api_access(&body, &key).await;
            busy.try_set(false);
            match answer {
                Ok(now) => access.put(now),
                // Asked for, or granted, in another window: show what there is.
                Err(error) if error.is_wrong_state() => access.again(),
                Err(error) => {
                    if !error.may_pass() {
                        intent.try_set_value(None);
                    }
                    if !error.field_errors().is_empty() {
                        is_open.try_set(true);
                    }
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let at_field = Signal::derive(move || {
        failure.with(|failure| {
            failure.as_ref()?.field_errors().first().map(|it| field_error(it.code).to_owned())
        })
    });
    view! {
        <div class="access-ask">
            <Disclosure summary=text!(api_access.request.add_reason) open=is_open>
                <TextArea
                    label=text!(api_access.request.reason)
                    help=text!(api_access.request.reason_help)
                    value=reason
                    error=at_field
                    max=REASON_MAX
                />
            </Disclosure>
            <Button kind=ButtonKind::Primary busy on_press=send>{text!(api_access.request.send)}</Button>
        </div>
        <Failure title=text!(api_access.request.not_sent) error=failure />
    }
    .into_any()
}

fn written(reason: &str) -> Option<String> {
    Some(reason.trim()).filter(|reason| !reason.is_empty()).map(str::to_owned)
}

/// The same key while the same thing is tried again.
fn key_for(
    intent: StoredValue<Option<(RequestApiAccess, IdempotencyKey)>>,
    body: &RequestApiAccess,
) -> IdempotencyKey {
    let known = intent.with_value(|intent| {
        intent.as_ref().filter(|(begun, _)| begun.reason == body.reason).map(|(_, key)| key.clone())
    });
    known.unwrap_or_else(|| {
        let key = IdempotencyKey::new();
        intent.set_value(Some((body.clone(), key.clone())));
        key
    })
}
