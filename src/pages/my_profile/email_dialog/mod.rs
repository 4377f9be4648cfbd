#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::Password;
use latchkey_contract::problem::FieldErrorCode;
use leptos::prelude::*;

use super::saving::Saving;
use crate::components::{Button, ButtonKind, Dialog, PasswordField};
use crate::i18n::field_error;
use crate::text;

/// Asks for the password before the primary e-mail is changed, and says what that brings.
#[component]
pub fn EmailDialog(saving: Saving) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let Saving { busy, asks_password: open, password_error, .. } = saving;
    Effect::new(move || {
        if !open.get() {
            password.set(String::new());
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let typed = password.get_untracked();
        if typed.is_empty() {
            password_error.set(Some(field_error(FieldErrorCode::Required).to_owned()));
        } else {
            saving.send(Password::from(typed));
        }
    };
    let new_email = move || saving.form.typed().primary_email;
    view! {
        <Dialog open busy title=text!(profile.email_dialog.title)>
            <form class="stack" novalidate on:submit=submit>
                <p>{move || text!(profile.email_dialog.consequence, email = new_email())}</p>
                <PasswordField
                    label=text!(profile.email_dialog.password)
                    value=password
                    autocomplete="current-password"
                    error=password_error
                    required=true
                    autofocus=true
                />
                <div class="dialog-actions">
                    <Button on_press=move |()| open.set(false)>{text!(common.cancel)}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy>{text!(profile.save)}</Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
