use latchkey_contract::activity::Act;
use leptos::prelude::*;

use super::LastChangeView;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::pages::resources::fixtures::change;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Last change", "With a key", || {
            on_fake(&FakeBackend::new());
            view! { <LastChangeView change=Some(change(Act::InstanceStarted)) /> }.into_any()
        }),
        Story::new("Last change", "None", || view! { <LastChangeView change=None /> }.into_any()),
    ]
}
