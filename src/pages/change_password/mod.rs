//! "Change Password", and the sessions that the password opened.

#[cfg(feature = "stories")]
pub mod fixtures;
pub mod form;
pub mod rules;
pub mod sessions;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::password::ChangePassword;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::company_profile::ProfilePage;
use crate::api::{Api, ApiError, use_api};
use crate::components::{
    AlertKind, Button, ButtonKind, Failure, Notice, NoticeBoard, PasswordField, focus_field, use_notices,
};
use crate::place::Place;
use crate::reading::read;
use crate::session::use_session;
use crate::shell::guard_unsaved;
use crate::text;
use form::Form;
use rules::Rules;
use sessions::SessionsCard;

const OLD: &str = "password-old";
const NEW: &str = "password-new";
const AGAIN: &str = "password-again";

#[component]
pub fn ChangePasswordPage() -> impl IntoView {
    let api = use_api();
    let sessions = read(move || api.own_sessions());
    view! {
        <ProfilePage
            section=Place::ChangePassword
            title=text!(shell.profile_menu.change_password)
            below=move || view! { <SessionsCard list=sessions /> }
        >
            <PasswordForm on_changed=move |()| sessions.again() />
        </ProfilePage>
    }
    .into_any()
}

#[component]
fn PasswordForm(#[prop(into)] on_changed: Callback<()>) -> impl IntoView {
    let form = Form::default();
    let sending = Sending::new(form, on_changed);
    let account = use_session().account();
    guard_unsaved(Signal::derive(move || form.is_dirty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sending.submit();
    };
    let email = move || account.get().map(|account| account.email);
    let leave_new = move |_| form.check_left(form.new_error, Form::why_not_new);
    let leave_again = move |_| form.check_left(form.again_error, Form::why_not_again);
    view! {
        <form class="password-form" novalidate on:submit=submit>
            // Password managers file the new password under this name.
            <input class="visually-hidden" type="text" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value=email />
            <div id=OLD on:input=move |_| form.old_error.set(None)>
                <PasswordField
                    label=text!(profile.password.old)
                    value=form.old
                    error=form.old_error
                    autocomplete="current-password"
                    required=true
                />
            </div>
            <Rules form />
            <div id=NEW on:input=move |_| form.new_error.set(None) on:focusout=leave_new>
                <PasswordField
                    label=text!(profile.password.new)
                    value=form.new
                    error=form.new_error
                    autocomplete="new-password"
                    required=true
                />
            </div>
            <div id=AGAIN on:input=move |_| form.again_error.set(None) on:focusout=leave_again>
                <PasswordField
                    label=text!(profile.password.confirm)
                    value=form.again
                    error=form.again_error
                    autocomplete="new-password"
                    required=true
                />
            </div>
            <p class="profile-note">{text!(profile.password.consequence)}</p>
            <Failure title=text!(profile.password.not_changed) error=sending.failure />
            <div class="form-actions">
                <Button kind=ButtonKind::Primary submit=true busy=sending.busy>{text!(profile.password.update)}</Button>
            </div>
        </form>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Sending {
    form: Form,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    api: Api,
    notices: NoticeBoard,
    on_changed: Callback<()>,
}

impl Sending {
    fn new(form: Form, on_changed: Callback<()>) -> Self {
        let (api, notices) = (use_api(), use_notices());
        Self { form, busy: RwSignal::new(false), failure: RwSignal::new(None), api, notices, on_changed }
    }

    fn submit(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        match self.form.check() {
            Some(change) => self.send(change),
            None => self.focus_refused(),
        }
    }

    fn send(self, change: ChangePassword) {
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.api.change_password(&change).await;
            // The page may be gone by now.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    self.form.clear();
                    self.notices.show(Notice::brief(AlertKind::Success, text!(profile.password.changed)));
                    self.on_changed.run(());
                }
                Err(error) => self.failed(error),
            }
        });
    }

    fn failed(self, error: ApiError) {
        if error.field_errors().is_empty() {
            self.failure.set(Some(error));
        } else {
            self.form.refuse(error.field_errors());
            self.focus_refused();
        }
    }

    fn focus_refused(self) {
        let fields = [(OLD, self.form.old_error), (NEW, self.form.new_error), (AGAIN, self.form.again_error)];
        if let Some((place, _)) = fields.iter().find(|(_, error)| error.with_untracked(Option::is_some)) {
            focus_field(place);
        }
    }
}
