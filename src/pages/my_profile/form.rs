use latchkey_contract::problem::{FieldError, FieldErrorCode};
use latchkey_contract::profile::{Profile, ProfileFields};
use leptos::prelude::*;

use super::field::{COUNT, Field, join, split};
use crate::components::RefusedField;
use crate::i18n::field_error;

/// What is typed, what the backend has, and what was refused.
#[derive(Clone, Copy)]
pub struct Form {
    values: [RwSignal<String>; COUNT],
    pub(super) saved: RwSignal<Profile>,
    errors: RwSignal<Vec<(Field, FieldErrorCode)>>,
}

/// A field that somebody changed in another window since this form was filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub field: Field,
    pub theirs: String,
    /// What was typed here, if that is something else again; else the form shows `theirs` by now.
    pub typed: Option<String>,
}

impl Form {
    pub fn new(profile: Profile) -> Self {
        Self {
            values: split(profile.fields.clone()).map(RwSignal::new),
            saved: RwSignal::new(profile),
            errors: RwSignal::default(),
        }
    }

    pub fn value(self, field: Field) -> RwSignal<String> {
        self.values[field as usize]
    }

    /// As it would be sent.
    pub fn typed(self) -> ProfileFields {
        join(self.values.map(|value| value.get().trim().to_owned()))
    }

    pub fn saved(self) -> Profile {
        self.saved.get()
    }

    pub fn is_dirty(self) -> bool {
        let typed = self.typed();
        self.saved.with(|saved| saved.fields != typed)
    }

    pub fn error(self, field: Field) -> Option<String> {
        self.errors.with(|errors| {
            let code = errors.iter().find(|(refused, _)| *refused == field).map(|(_, code)| *code);
            code.map(|code| field_error(code).to_owned())
        })
    }

    /// What is refused, in the form's order.
    pub fn refused(self) -> Vec<RefusedField> {
        let errors = self.errors.get();
        let mut refused = Vec::new();
        for field in Field::ALL {
            if let Some((_, code)) = errors.iter().find(|(refused, _)| *refused == field) {
                refused.push(RefusedField {
                    place: field.place(),
                    label: field.label(),
                    message: field_error(*code),
                });
            }
        }
        refused
    }

    /// Checks a field that the reader has left.
    pub fn check_left(self, field: Field) {
        let code = untrack(|| self.typed()).check().iter().find_map(|error| code_for(field, error));
        self.errors.update(|errors| {
            // What the backend refused stays until it is typed over.
            if code.is_some() || !errors.iter().any(|(refused, _)| *refused == field) {
                errors.retain(|(refused, _)| *refused != field);
                errors.extend(code.map(|code| (field, code)));
            }
        });
    }

    /// Takes an error away as soon as it is mended; a new one waits until the field is left.
    pub fn check_typed(self, field: Field) {
        if !self.errors.with_untracked(|errors| errors.iter().any(|(refused, _)| *refused == field)) {
            return;
        }
        let code = untrack(|| self.typed()).check().iter().find_map(|error| code_for(field, error));
        self.errors.update(|errors| {
            errors.retain(|(refused, _)| *refused != field);
            errors.extend(code.map(|code| (field, code)));
        });
    }

    /// Checks everything and returns whether it may be sent.
    pub fn check(self) -> bool {
        let errors = untrack(|| self.typed()).check();
        self.refuse(&errors);
        errors.is_empty()
    }

    /// Shows these errors and no others.
    pub fn refuse(self, errors: &[FieldError]) {
        let of_field = |error: &FieldError| Some((Field::of_name(&error.field)?, error.code));
        self.errors.set(errors.iter().filter_map(of_field).collect());
    }

    /// Shows what the backend has.
    pub fn reset(self) {
        self.errors.update(Vec::clear);
        for (value, saved) in self.values.into_iter().zip(split(self.saved.get_untracked().fields)) {
            value.set(saved);
        }
    }

    /// Takes over what was saved; what was typed meanwhile stays.
    pub fn put_saved(self, sent: ProfileFields, saved: Profile) {
        for ((value, sent), saved) in
            self.values.into_iter().zip(split(sent)).zip(split(saved.fields.clone()))
        {
            if value.with_untracked(|value| value.trim() == sent) {
                value.set(saved);
            }
        }
        self.saved.set(saved);
    }

    /// Takes over what was saved in another window wherever nothing was typed here. Returns what differs.
    pub fn merge(self, newer: Profile) -> Vec<Difference> {
        let base = split(self.saved.get_untracked().fields);
        let theirs = split(newer.fields.clone());
        let mut differences = Vec::new();
        for (field, (base, theirs)) in Field::ALL.into_iter().zip(base.into_iter().zip(theirs)) {
            let value = self.value(field);
            let typed = value.get_untracked().trim().to_owned();
            if theirs == base || theirs == typed {
                continue;
            }
            let untouched = typed == base;
            if untouched {
                value.set(theirs.clone());
            }
            differences.push(Difference { field, theirs, typed: (!untouched).then_some(typed) });
        }
        self.saved.set(newer);
        differences
    }
}

fn code_for(field: Field, error: &FieldError) -> Option<FieldErrorCode> {
    (error.field == field.name()).then_some(error.code)
}
