#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::session::Session;
use latchkey_contract::{Password, ProblemKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::CurrentSession;
use crate::api::ApiError;
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, PasswordField, TextField, changing, use_announcer,
};
use crate::i18n::{api_error, field_error};
use crate::platform::timer::use_timers;
use crate::text;

/// "E-mail", "Password", "Sign in": on the sign-in page and in the dialog over a page whose session ended. A
/// refusal keeps the e-mail; only one that says the password is wrong empties it.
#[component]
pub fn SignInForm(
    session: CurrentSession,
    email: RwSignal<String>,
    #[prop(into)] on_signed_in: Callback<Session>,
    /// For a form in a dialog.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
    /// Follows whether an answer is on its way.
    #[prop(optional)]
    busy: RwSignal<bool>,
) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let error = RwSignal::new(None::<ApiError>);
    let waited = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let timers = use_timers();
    let announcer = use_announcer();
    let email_input = NodeRef::<html::Input>::new();
    let password_input = NodeRef::<html::Input>::new();
    let knows_email = !email.get_untracked().is_empty();

    let refused = move |refusal: ApiError| {
        if refusal.kind() == Some(ProblemKind::WrongCredentials) {
            password.try_set(String::new());
            if let Some(input) = password_input.get_untracked() {
                _ = input.focus();
            }
        }
        if let Some(seconds) = refusal.retry_after() {
            timers.after(seconds.saturating_mul(1_000), move || {
                if waited.try_set(true).is_none() {
                    announcer.polite(text!(session.try_now));
                }
            });
        }
        error.try_set(Some(refusal));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        waited.set(false);
        error.set(None);
        let empty =
            email.with_untracked(|it| it.trim().is_empty()) || password.with_untracked(String::is_empty);
        missing.set(empty);
        if empty {
            let first =
                if email.with_untracked(|it| it.trim().is_empty()) { email_input } else { password_input };
            if let Some(input) = first.get_untracked() {
                _ = input.focus();
            }
            return;
        }
        busy.set(true);
        let (email, typed) = (email.get_untracked(), Password::from(password.get_untracked()));
        spawn_local(async move {
            let answer = session.sign_in(email, typed).await;
            busy.try_set(false);
            match answer {
                Ok(session) => {
                    password.try_set(String::new());
                    on_signed_in.run(session);
                }
                Err(refusal) => refused(refusal),
            }
        });
    };
    let missing_in = move |value: RwSignal<String>| {
        Signal::derive(move || {
            let empty = missing.get() && value.with(|it| it.trim().is_empty());
            empty.then(|| field_error(FieldErrorCode::Required).to_owned())
        })
    };
    let alert = changing(move || {
        let (kind, text) = match error.get()? {
            _ if waited.get() => (AlertKind::Info, text!(session.try_now).to_owned()),
            refusal => (AlertKind::Danger, why_not(&refusal)),
        };
        Some(view! { <Alert kind live=true>{text}</Alert> })
    });
    view! {
        <form class="stack" novalidate on:submit=submit>
            {alert}
            <TextField
                label=text!(session.email)
                value=email
                kind="email"
                autocomplete="username"
                error=missing_in(email)
                required=true
                autofocus=!knows_email
                node_ref=email_input
            />
            <PasswordField
                label=text!(session.password)
                value=password
                autocomplete="current-password"
                error=missing_in(password)
                required=true
                autofocus=knows_email
                node_ref=password_input
            />
            <div class="form-actions">
                {on_cancel
                    .map(|on_cancel| {
                        view! { <Button on_press=move |()| on_cancel.run(())>{text!(common.cancel)}</Button> }
                    })}
                <Button kind=ButtonKind::Primary submit=true busy>{text!(session.sign_in)}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// Why signing in failed, and what to do next.
pub fn why_not(error: &ApiError) -> String {
    match error.kind() {
        Some(ProblemKind::WrongCredentials) => text!(session.wrong_credentials).to_owned(),
        _ => api_error(error),
    }
}
