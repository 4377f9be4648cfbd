use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::{SecretKey, SecretViewing};
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::platform::timer::Timers;
use crate::preview::Story;
use crate::session::StepUpDialog;

pub fn stories() -> Vec<Story> {
    let group = "Secret Key";
    vec![
        Story::new(group, "Masked", || masked(&fixtures::backend(&fixtures::approved()), CopyOutcome::Done)),
        Story::new(group, "Revealed with countdown", || revealed(SecretViewing::reveal)),
        Story::new(group, "Kept visible", || {
            revealed(|viewing| {
                viewing.reveal();
                Effect::new(move || {
                    if viewing.slot.is_shown().get() {
                        viewing.keep();
                    }
                });
            })
        }),
        Story::new(group, "Revealing on a slow connection", || {
            masked(FakeBackend::new().hold(), CopyOutcome::Done)
        }),
        Story::new(group, "Where the browser does not copy", || {
            masked(&fixtures::backend(&fixtures::approved()), CopyOutcome::Refused)
        }),
        Story::new(group, "Refused by the server", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, fixtures::REVEAL, 500, ProblemKind::Internal);
            masked(&backend, CopyOutcome::Done)
        }),
        Story::new(group, "Asks for the password", step_up),
        Story::new(group, "Replaced in another window", replaced_elsewhere),
        Story::new(group, "While keys are refused", || {
            on_fake(&FakeBackend::new());
            key(fixtures::given(fixtures::credential()), true, |_| {})
        }),
    ]
}

fn masked(backend: &FakeBackend, outcome: CopyOutcome) -> AnyView {
    on_fake(backend);
    provide_context(FakeClipboard::that(outcome).clipboard());
    provide_context(Timers::browser());
    key(fixtures::given(fixtures::credential()), false, |_| {})
}

fn revealed(then: fn(SecretViewing)) -> AnyView {
    on_fake(&fixtures::backend(&fixtures::approved()));
    provide_context(Timers::browser());
    key(fixtures::given(fixtures::credential()), false, then)
}

fn replaced_elsewhere() -> AnyView {
    on_fake(&fixtures::backend(&fixtures::approved()));
    let credential = RwSignal::new(fixtures::credential());
    key(credential.into(), false, move |viewing| {
        viewing.reveal();
        Effect::new(move || {
            if viewing.slot.is_shown().get() {
                credential.set(fixtures::replaced_credential());
            }
        });
    })
}

fn step_up() -> AnyView {
    let backend = FakeBackend::new();
    backend.refuse(Method::Post, fixtures::REVEAL, 403, ProblemKind::StepUpRequired);
    let step_up = on_fake(&backend).step_up;
    view! {
        {key(fixtures::given(fixtures::credential()), false, SecretViewing::reveal)}
        <StepUpDialog step_up />
    }
    .into_any()
}

/// `then` is called once the part is in the page.
fn key(
    credential: Signal<latchkey_contract::credential::Credential>,
    refused: bool,
    then: impl Fn(SecretViewing) + 'static,
) -> AnyView {
    let viewing = SecretViewing::new(credential);
    Effect::new(move || then(viewing));
    view! { <SecretKey credential viewing refused /> }.into_any()
}
