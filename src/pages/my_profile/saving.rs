use latchkey_contract::Password;
use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::profile::{ChangeProfile, Profile};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{Difference, Form};
use crate::api::{Api, ApiError, use_api};
use crate::components::{AlertKind, Announcements, Notice, NoticeBoard, use_announcer, use_notices};
use crate::i18n::{api_error, field_error};
use crate::session::{CurrentSession, use_session};
use crate::text;

/// Sends the form and deals with what comes back.
#[derive(Clone, Copy)]
pub struct Saving {
    pub form: Form,
    pub busy: RwSignal<bool>,
    /// Why the last attempt failed.
    pub failure: RwSignal<Option<ApiError>>,
    /// Whether the reader has tried to save: from then on the summary lists what is refused.
    pub tried: RwSignal<bool>,
    /// What another window changed.
    pub differences: RwSignal<Vec<Difference>>,
    /// Whether the dialog asks for the password that a new primary e-mail needs.
    pub asks_password: RwSignal<bool>,
    pub password_error: RwSignal<Option<String>>,
    api: Api,
    session: CurrentSession,
    announcer: Announcements,
    notices: NoticeBoard,
}

impl Saving {
    pub fn new(form: Form) -> Self {
        Self {
            form,
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            tried: RwSignal::new(false),
            differences: RwSignal::default(),
            asks_password: RwSignal::new(false),
            password_error: RwSignal::new(None),
            api: use_api(),
            session: use_session(),
            announcer: use_announcer(),
            notices: use_notices(),
        }
    }

    /// Whether the primary e-mail differs from the one that was saved.
    pub fn changes_email(self) -> bool {
        untrack(|| self.form.typed().primary_email != self.form.saved().fields.primary_email)
    }

    /// Checks, asks for the password if it is needed, and sends.
    pub fn submit(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.tried.set(true);
        if !self.form.check() {
            self.show_refused();
        } else if self.changes_email() {
            self.password_error.set(None);
            self.asks_password.set(true);
        } else {
            self.send(Password::default());
        }
    }

    /// Sends. The password may be empty unless the primary e-mail changes.
    pub fn send(self, current_password: Password) {
        let new_email = self.changes_email();
        let fields = untrack(|| self.form.typed());
        let change =
            ChangeProfile { version: self.form.saved.get_untracked().version, fields, current_password };
        self.busy.set(true);
        self.failure.set(None);
        self.password_error.set(None);
        spawn_local(async move {
            let answer = self.api.change_profile(&change).await;
            // The page may be gone by now.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(saved) => self.saved(change, saved, new_email).await,
                Err(error) if error.is_version_conflict() => self.conflict().await,
                Err(error) => self.failed(error),
            }
        });
    }

    /// Looks whether another window has changed the profile.
    pub fn look_again(self) {
        spawn_local(async move {
            if let Ok(newer) = self.api.profile().await {
                self.meet(newer);
            }
        });
    }

    async fn saved(self, sent: ChangeProfile, saved: Profile, new_email: bool) {
        self.form.put_saved(sent.fields.clone(), saved);
        self.asks_password.set(false);
        self.tried.set(false);
        self.differences.set(Vec::new());
        let words = if new_email { text!(profile.saved_email) } else { text!(profile.saved) };
        self.notices.show(Notice::brief(AlertKind::Success, words));
        // Name, e-mail and time zone show elsewhere too.
        if let Ok(session) = self.session.ask().await {
            self.session.set(session);
        }
    }

    async fn conflict(self) {
        self.asks_password.try_set(false);
        match self.api.profile().await {
            Ok(newer) => self.meet(newer),
            Err(error) => _ = self.failure.try_set(Some(error)),
        }
    }

    /// Shows what another window saved; what was typed here stays.
    fn meet(self, newer: Profile) {
        // While this window saves, the answer to that is what counts.
        if self.busy.try_get_untracked() != Some(false)
            || newer.version <= self.form.saved.get_untracked().version
        {
            return;
        }
        let differences = self.form.merge(newer);
        if differences.is_empty() {
            return;
        }
        let clash = differences.iter().any(|difference| difference.typed.is_some());
        self.announcer.polite(if clash {
            text!(profile.conflict.clash)
        } else {
            text!(profile.conflict.taken_over)
        });
        self.differences.set(differences);
    }

    fn failed(self, error: ApiError) {
        let refused = error.field_errors();
        if refused.iter().any(|refused| refused.field == "current_password") {
            self.password_error.set(Some(field_error(FieldErrorCode::WrongPassword).to_owned()));
        } else if !refused.is_empty() {
            self.form.refuse(refused);
            self.asks_password.set(false);
            self.show_refused();
        } else if self.asks_password.get_untracked() {
            self.password_error.set(Some(api_error(&error)));
        } else {
            self.failure.set(Some(error));
        }
    }

    fn show_refused(self) {
        let refused = untrack(|| self.form.refused());
        if let Some(title) = crate::components::error_summary::title(refused.len()) {
            self.announcer.polite(title);
        }
        // A dialog that closes gives the focus back first.
        request_animation_frame(move || {
            if let Some(first) = refused.first() {
                first.focus();
            }
        });
    }
}
