use leptos::prelude::*;

use super::{PasswordField, SelectField, SelectOption, TextArea, TextField};
use crate::preview::Story;

fn value(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

fn error(text: &str) -> Signal<Option<String>> {
    Signal::stored(Some(text.to_owned()))
}

fn countries() -> Vec<SelectOption> {
    vec![
        SelectOption::new("DE", "Germany"),
        SelectOption::new("IN", "India"),
        SelectOption::new("JP", "Japan"),
    ]
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Field", "Text", || {
            view! {
                <div class="form-grid">
                    <TextField label="First Name" value=value("John") required=true help="As it stands on your invoices." />
                    <TextField label="Last Name" value=value("Paul") required=true />
                    <TextField label="Secondary Phone" value=value("") kind="tel" help="Called when the first does not answer." />
                    <SelectField label="Country Code" value=value("IN") options=countries() required=true />
                </div>
            }
            .into_any()
        }),
        Story::new("Field", "With errors", || {
            view! {
                <div class="form-grid">
                    <TextField label="City" value=value("") required=true error=error("Fill this in.") />
                    <TextField
                        label="Primary E-mail"
                        value=value("john@")
                        kind="email"
                        required=true
                        help="You sign in with it."
                        error=error("Enter an e-mail address like name@company.example.")
                    />
                    <SelectField label="Country Code" value=value("") options=countries() error=error("Choose a country from the list.") />
                    <PasswordField
                        label="Old Password"
                        value=value("hunter2")
                        autocomplete="off"
                        required=true
                        error=error("This password is not right. Try again.")
                    />
                </div>
            }
            .into_any()
        }),
        Story::new("Field", "Password", || {
            view! { <PasswordField label="Password" value=value("correct horse") autocomplete="off" required=true /> }.into_any()
        }),
        Story::new("Field", "Text area", || {
            view! { <TextArea label="Reason" value=value("For nightly inventory reports.") max=36 help="The administrator reads it." /> }
                .into_any()
        }),
        Story::new("Field", "Disabled", || {
            view! {
                <div class="form-grid">
                    <TextField label="State" value=value("0422") disabled=true />
                    <SelectField label="Time Zone" value=value("Asia/Kolkata") options=Vec::new() disabled=true />
                </div>
            }
            .into_any()
        }),
    ]
}
