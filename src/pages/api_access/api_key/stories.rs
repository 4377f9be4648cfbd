use leptos::prelude::*;

use super::ApiKey;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("API Key", "Active", || key(false, CopyOutcome::Done)),
        Story::new("API Key", "Refused", || key(true, CopyOutcome::Done)),
        Story::new("API Key", "Where the browser does not copy", || key(false, CopyOutcome::Refused)),
    ]
}

fn key(refused: bool, outcome: CopyOutcome) -> AnyView {
    on_fake(&FakeBackend::new());
    provide_context(FakeClipboard::that(outcome).clipboard());
    view! { <ApiKey credential=fixtures::given(fixtures::credential()) refused /> }.into_any()
}
