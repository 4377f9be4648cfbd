use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::SignInForm;
use crate::api::Method;
use crate::api::fake::{FakeBackend, problem};
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Sign-in form", "Wrong credentials", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, "/api/v1/session", 401, ProblemKind::WrongCredentials);
            form(&backend)
        }),
        Story::new("Sign-in form", "Too many attempts", || {
            let backend = FakeBackend::new();
            let mut refusal = problem(429, ProblemKind::TooManyAttempts);
            refusal.retry_after = Some(30);
            backend.refuse_with(Method::Post, "/api/v1/session", refusal);
            form(&backend)
        }),
        Story::new("Sign-in form", "Backend not reachable", || {
            let backend = FakeBackend::new();
            backend.set_offline(true);
            form(&backend)
        }),
        Story::new("Sign-in form", "Slow answer", || {
            let backend = FakeBackend::new();
            backend.hold();
            form(&backend)
        }),
    ]
}

fn form(backend: &FakeBackend) -> AnyView {
    let session = fixture::on_fake(backend).session;
    let email = RwSignal::new("user@demo.example".to_owned());
    view! { <SignInForm session email on_signed_in=|_| () /> }.into_any()
}
