use latchkey_contract::{Password, ProblemKind};
use leptos::prelude::*;

use super::StepUp;
use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, PasswordField};
use crate::i18n::{api_error, field_error};
use crate::text;

/// "Confirm it's you". One for the app; it opens when an act asks for it.
#[component]
pub fn StepUpDialog(step_up: StepUp) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    Effect::new(move || {
        if !step_up.open.get() {
            password.set(String::new());
            error.set(None);
        }
    });
    let field = Signal::derive(move || error.with(|error| error.as_ref().and_then(on_field)));
    let other = move || {
        let text =
            error.with(|error| error.as_ref().filter(|error| on_field(error).is_none()).map(api_error));
        text.map(|text| view! { <Alert kind=AlertKind::Danger live=true>{text}</Alert> })
    };
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        step_up.confirm(Password::from(password.get_untracked()), move |outcome| {
            busy.try_set(false);
            if outcome.is_some() {
                password.try_set(String::new());
            }
            error.try_set(outcome);
        });
    };
    view! {
        <Dialog
            open=step_up.open
            title=text!(session.step_up.title)
            describedby="step-up-why"
            busy
            on_dismiss=move |()| step_up.give_up()
        >
            <form class="stack" novalidate on:submit=confirm>
                <p id="step-up-why">{text!(session.step_up.why)}</p>
                {other}
                <PasswordField
                    label=text!(session.password)
                    value=password
                    autocomplete="current-password"
                    error=field
                    required=true
                    autofocus=true
                />
                <div class="dialog-actions">
                    <Button on_press=move |()| step_up.give_up()>{text!(common.cancel)}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy>{text!(session.step_up.confirm)}</Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// What stands at the field, for errors that are about what was typed.
fn on_field(error: &ApiError) -> Option<String> {
    match error.kind()? {
        ProblemKind::WrongPassword => Some(text!(session.step_up.wrong_password).to_owned()),
        ProblemKind::InvalidFields => error.field_errors().first().map(|it| field_error(it.code).to_owned()),
        _ => None,
    }
}
