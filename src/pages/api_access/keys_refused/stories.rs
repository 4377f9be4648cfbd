use leptos::prelude::*;

use super::KeysRefused;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Keys refused", "By an administrator", || {
        on_fake(&FakeBackend::new());
        view! { <KeysRefused access=Signal::stored(fixtures::suspended()) /> }.into_any()
    })]
}
