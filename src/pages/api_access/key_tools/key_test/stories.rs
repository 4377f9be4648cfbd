use latchkey_contract::ProblemKind;
use latchkey_contract::key_test::KeyTest;
use leptos::prelude::*;

use super::TestedKey;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Tested key";
    vec![
        Story::new(group, "Under way", || tested(FakeBackend::new().hold())),
        Story::new(group, "It works", || answers(&fixtures::key_test())),
        Story::new(group, "Refused", || answers(&fixtures::refused_test(403))),
        Story::new(group, "Held back", || answers(&fixtures::refused_test(429))),
        Story::new(group, "The API fails", || answers(&fixtures::refused_test(500))),
        Story::new(group, "A long answer", || answers(&fixtures::long_test())),
        Story::new(group, "Tested too often", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, fixtures::TEST, 429, ProblemKind::TooManyAttempts);
            tested(&backend)
        }),
        Story::new(group, "Offline", || {
            let backend = FakeBackend::new();
            backend.set_offline(true);
            tested(&backend)
        }),
    ]
}

fn answers(test: &KeyTest) -> AnyView {
    tested(FakeBackend::new().answer(Method::Post, fixtures::TEST, test))
}

fn tested(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    let credential = fixtures::given(fixtures::credential());
    let testing = RwSignal::new(false);
    view! { <TestedKey credential testing /> }.into_any()
}
