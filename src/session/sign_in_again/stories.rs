use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::SignInAgainDialog;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::components::Button;
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Session ended", "Signs in again", || {
            let backend = FakeBackend::new();
            backend.answer(Method::Post, "/api/v1/session", &fixture::session(fixture::user()));
            dialog(&backend)
        }),
        Story::new("Session ended", "Wrong password", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, "/api/v1/session", 401, ProblemKind::WrongCredentials);
            dialog(&backend)
        }),
    ]
}

fn dialog(backend: &FakeBackend) -> AnyView {
    let sign_in_again = fixture::on_fake(backend).sign_in_again;
    view! {
        <Button on_press=move |()| sign_in_again.open()>"End the session"</Button>
        <SignInAgainDialog sign_in_again />
    }
    .into_any()
}
