use latchkey_contract::profile::Profile;
use leptos::prelude::*;

use super::EmailDialog;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::pages::my_profile::field::Field;
use crate::pages::my_profile::form::Form;
use crate::pages::my_profile::saving::Saving;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Profile: password for a new e-mail";
    vec![
        Story::new(group, "Asks", || with(None)),
        Story::new(group, "Wrong password", || with(Some("This password is not right. Try again."))),
    ]
}

fn with(error: Option<&str>) -> AnyView {
    on_fake(&FakeBackend::new());
    let form = Form::new(Profile::default());
    form.value(Field::PrimaryEmail).set("uma@demo.example".to_owned());
    let saving = Saving::new(form);
    saving.password_error.set(error.map(str::to_owned));
    saving.asks_password.set(true);
    view! { <EmailDialog saving /> }.into_any()
}
