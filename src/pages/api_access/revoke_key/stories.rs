use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::RevokeKey;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::api_access::secret_key::SecretViewing;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Revoke key";
    vec![
        Story::new(group, "Button and dialog", || {
            let backend = FakeBackend::new();
            backend.answer(Method::Post, fixtures::REVOKE, &fixtures::revoked_credential());
            on(&backend)
        }),
        Story::new(group, "Refused by the server", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, fixtures::REVOKE, 503, ProblemKind::Unavailable);
            on(&backend)
        }),
    ]
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    let credential = fixtures::given(fixtures::credential());
    let viewing = SecretViewing::new(credential);
    view! { <div class="manage-keys"><RevokeKey credential viewing /></div> }.into_any()
}
