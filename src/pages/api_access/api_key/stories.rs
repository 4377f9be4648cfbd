use latchkey_contract::credential::Credential;
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
        Story::new("API Key", "Active", || key(fixtures::credential(), false, CopyOutcome::Done)),
        Story::new("API Key", "Used", || key(fixtures::used_credential(), false, CopyOutcome::Done)),
        Story::new("API Key", "Refused", || key(fixtures::credential(), true, CopyOutcome::Done)),
        Story::new("API Key", "Where the browser does not copy", || {
            key(fixtures::credential(), false, CopyOutcome::Refused)
        }),
    ]
}

fn key(credential: Credential, refused: bool, outcome: CopyOutcome) -> AnyView {
    on_fake(&FakeBackend::new());
    provide_context(FakeClipboard::that(outcome).clipboard());
    view! { <ApiKey credential=fixtures::given(credential) refused /> }.into_any()
}
