use latchkey_contract::Password;
use latchkey_contract::password::{ChangePassword, PASSWORD_MAX, PASSWORD_MIN};
use latchkey_contract::problem::{FieldError, FieldErrorCode};
use leptos::prelude::*;

use crate::i18n::field_error;
use crate::text;

/// The three passwords, and what is wrong with them. Wiped when the page is left.
#[derive(Clone, Copy, Default)]
pub struct Form {
    pub old: RwSignal<String>,
    pub new: RwSignal<String>,
    /// The new one once more.
    pub again: RwSignal<String>,
    pub old_error: RwSignal<Option<String>>,
    pub new_error: RwSignal<Option<String>>,
    pub again_error: RwSignal<Option<String>>,
}

impl Form {
    /// Whether something is typed.
    pub fn is_dirty(self) -> bool {
        [self.old, self.new, self.again].into_iter().any(|value| value.with(|value| !value.is_empty()))
    }

    pub fn is_long_enough(self) -> bool {
        self.new.with(|new| (PASSWORD_MIN..=PASSWORD_MAX).contains(&new.chars().count()))
    }

    pub fn is_different(self) -> bool {
        self.new.with(|new| !new.is_empty() && self.old.with(|old| old != new))
    }

    pub fn is_repeated(self) -> bool {
        self.new.with(|new| !new.is_empty() && self.again.with(|again| again == new))
    }

    /// What to send, if nothing is wrong with it.
    pub fn check(self) -> Option<ChangePassword> {
        let change = ChangePassword {
            old_password: Password::from(self.old.get_untracked()),
            new_password: Password::from(self.new.get_untracked()),
        };
        let fine = self.refuse(&change.check());
        self.again_error.set(self.why_not_again());
        (fine && self.again_error.with_untracked(Option::is_none)).then_some(change)
    }

    /// Shows these errors of the first two fields and no others. Returns whether there are none.
    pub fn refuse(self, errors: &[FieldError]) -> bool {
        let of =
            |name: &str| errors.iter().find(|error| error.field == name).map(|error| in_words(error.code));
        self.old_error.set(of("old_password"));
        self.new_error.set(of("new_password"));
        errors.is_empty()
    }

    /// Checks the field that was left, unless nothing was typed into it yet.
    pub fn check_left(self, errors: RwSignal<Option<String>>, why_not: impl FnOnce(Self) -> Option<String>) {
        let value = if errors == self.new_error { self.new } else { self.again };
        if value.with_untracked(|value| !value.is_empty()) {
            errors.set(why_not(self));
        }
    }

    pub fn why_not_new(self) -> Option<String> {
        let refusal =
            latchkey_contract::password::refusal_of_new_password(&Password::from(self.new.get_untracked()));
        let unchanged = || (!untrack(|| self.is_different())).then_some(FieldErrorCode::Unchanged);
        refusal.or_else(unchanged).map(in_words)
    }

    pub fn why_not_again(self) -> Option<String> {
        if self.again.with_untracked(String::is_empty) {
            return Some(field_error(FieldErrorCode::Required).to_owned());
        }
        (!untrack(|| self.is_repeated())).then(|| text!(profile.password.mismatch).to_owned())
    }

    pub fn clear(self) {
        for value in [self.old, self.new, self.again] {
            value.set(String::new());
        }
        for error in [self.old_error, self.new_error, self.again_error] {
            error.set(None);
        }
    }
}

fn in_words(code: FieldErrorCode) -> String {
    match code {
        FieldErrorCode::TooShort => text!(profile.password.too_short, min = PASSWORD_MIN),
        FieldErrorCode::TooLong => text!(profile.password.too_long, max = PASSWORD_MAX),
        _ => field_error(code).to_owned(),
    }
}
