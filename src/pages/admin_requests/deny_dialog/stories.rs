use leptos::prelude::*;

use super::DenyDialog;
use crate::api::fake::FakeBackend;
use crate::components::Button;
use crate::listing::Listing;
use crate::pages::admin_requests::deciding::Deciding;
use crate::pages::admin_requests::filter::Filter;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Deny dialog", "Opens by the button", || {
        let backend = FakeBackend::new();
        backend.set_offline(true);
        let api = on_fake_as(&backend, administrator()).api;
        let list = Listing::idle(move |_| async move { api.access_requests(None, None).await });
        let deciding = Deciding::new(list, Signal::stored(Filter::All));
        let ask = move |()| deciding.ask_why_not(fixtures::request(10, "Uma Userton", "Demo Ltd", None));
        view! {
            <Button on_press=ask>"Deny"</Button>
            <DenyDialog deciding />
        }
        .into_any()
    })]
}
