use leptos::prelude::*;

use super::FirstCall;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("First call", "curl", || {
        on_fake(&FakeBackend::new());
        view! { <FirstCall credential=fixtures::given(fixtures::credential()) /> }.into_any()
    })]
}
