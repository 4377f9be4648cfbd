use leptos::prelude::*;

use super::OtherTabDialog;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::components::Button;
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Account changed", "In another tab", || {
        let backend = FakeBackend::new();
        backend.answer(Method::Get, "/api/v1/session", &fixture::session(fixture::administrator()));
        let other_tab = fixture::on_fake(&backend).other_tab;
        view! {
            <Button on_press=move |()| other_tab.check()>"Come back to this tab"</Button>
            <OtherTabDialog other_tab />
        }
        .into_any()
    })]
}
