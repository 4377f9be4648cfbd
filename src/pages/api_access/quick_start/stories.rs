use leptos::prelude::*;

use super::QuickStart;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::api_access::secret_key::SecretViewing;
use crate::pages::fixture::on_fake;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Quick start", "curl", || {
        let backend = FakeBackend::new();
        backend.answer(Method::Post, fixtures::TEST, &fixtures::key_test());
        on_fake(&backend);
        provide_context(FakeClipboard::that(CopyOutcome::Done).clipboard());
        let credential = fixtures::given(fixtures::credential());
        let viewing = SecretViewing::new(credential);
        view! { <QuickStart credential viewing /> }.into_any()
    })]
}
