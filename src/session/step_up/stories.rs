use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::StepUpDialog;
use crate::api::Method;
use crate::api::fake::{FakeBackend, problem};
use crate::components::Button;
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Step-up dialog", "Right password", || {
            let backend = FakeBackend::new();
            backend.answer(Method::Post, "/api/v1/session/step-up", &fixture::session(fixture::user()));
            dialog(&backend)
        }),
        Story::new("Step-up dialog", "Wrong password", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, "/api/v1/session/step-up", 403, ProblemKind::WrongPassword);
            dialog(&backend)
        }),
        Story::new("Step-up dialog", "Too many attempts", || {
            let backend = FakeBackend::new();
            let mut refusal = problem(429, ProblemKind::TooManyAttempts);
            refusal.retry_after = Some(30);
            backend.refuse_with(Method::Post, "/api/v1/session/step-up", refusal);
            dialog(&backend)
        }),
    ]
}

fn dialog(backend: &FakeBackend) -> AnyView {
    let step_up = fixture::on_fake(backend).step_up;
    let ask = move |()| leptos::task::spawn_local(async move { _ = step_up.ask().await });
    view! {
        <Button on_press=ask>"Reveal secret key"</Button>
        <StepUpDialog step_up />
    }
    .into_any()
}
