use latchkey_contract::api_access::AccessState;
use leptos::prelude::*;

use super::DisableDialog;
use crate::api::fake::FakeBackend;
use crate::components::Button;
use crate::listing::Listing;
use crate::pages::admin_users::changing::Changing;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Disable dialog", "Opens by the button", || {
        let backend = FakeBackend::new();
        backend.set_offline(true);
        let api = on_fake_as(&backend, administrator()).api;
        let list = Listing::idle(move |_| async move { api.users(None, None).await });
        let changing = Changing::new(list);
        let user = fixtures::user(4, "Uma Userton", "Demo Ltd", AccessState::Approved);
        view! {
            <Button on_press=move |()| changing.ask_why(user.clone())>"Disable API access"</Button>
            <DisableDialog changing />
        }
        .into_any()
    })]
}
