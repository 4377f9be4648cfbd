use latchkey_contract::validation::COUNTRIES;
use leptos::prelude::*;

use super::field::Field;
use super::form::Form;
use crate::components::{SelectField, SelectOption, TextField};
use crate::i18n::format;
use crate::text;

/// One field of the form. It is checked when it is left.
#[component]
pub(super) fn FieldView(form: Form, field: Field) -> impl IntoView {
    let error = Signal::derive(move || form.error(field));
    let value = form.value(field);
    let (label, help, required) = (field.label(), field.help(), field.is_required());
    let autocomplete = field.autocomplete();
    let control = match field {
        Field::CountryCode => {
            view! { <SelectField label value options=countries() error help required autocomplete /> }
                .into_any()
        }
        Field::TimeZone => {
            let placeholder = Some(text!(profile.browsers_time_zone).to_owned());
            view! { <SelectField label value options=time_zones() error help required placeholder autocomplete /> }.into_any()
        }
        _ => {
            view! { <TextField label value error help required kind=field.kind() autocomplete /> }.into_any()
        }
    };
    view! {
        <div
            class="profile-field"
            id=field.place()
            on:focusout=move |_| form.check_left(field)
            on:input=move |_| form.check_typed(field)
        >
            {control}
        </div>
    }
    .into_any()
}

fn countries() -> Vec<SelectOption> {
    let all = format::countries(COUNTRIES.split_whitespace());
    all.into_iter().map(|(code, name)| SelectOption::new(code, name)).collect()
}

fn time_zones() -> Vec<SelectOption> {
    format::time_zones()
        .into_iter()
        .map(|zone| SelectOption::new(zone.clone(), zone.replace('_', " ")))
        .collect()
}
