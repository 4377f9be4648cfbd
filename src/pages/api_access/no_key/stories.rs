use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use super::NoKey;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("No key", "After a revoke", || on(fixtures::revoked())),
        Story::new("No key", "While keys are refused", || {
            on(ApiAccess { credentials: vec![fixtures::revoked_credential()], ..fixtures::suspended() })
        }),
    ]
}

fn on(access: ApiAccess) -> AnyView {
    let backend = FakeBackend::new();
    backend.refuse(Method::Post, fixtures::CREDENTIALS, 503, ProblemKind::Unavailable);
    on_fake(&backend);
    view! { <NoKey access=Signal::stored(access) /> }.into_any()
}
