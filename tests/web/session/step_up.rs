use std::cell::RefCell;
use std::rc::Rc;

use latchkey::api::fake::FakeBackend;
use latchkey::api::{ApiError, Method};
use latchkey::pages::fixture;
use latchkey::session::StepUpDialog;
use latchkey_contract::ProblemKind;
use latchkey_contract::credential::{RevealPurpose, RevealedSecret};
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenPart, STEP_UP, backend_with, not_stepped_up, open_part};
use crate::support::{click, tick, type_into};

type Answer = Rc<RefCell<Option<Result<RevealedSecret, ApiError>>>>;

pub(super) const ID: Uuid = Uuid::from_u128(7);

pub(super) fn reveal_path() -> String {
    format!("/api/v1/credentials/{ID}/secret/reveal")
}

pub(super) fn secret() -> RevealedSecret {
    RevealedSecret { secret_key: "lks_canary".to_owned().into(), secret_version: 1 }
}

fn backend() -> FakeBackend {
    let backend = backend_with(&not_stepped_up(fixture::user()));
    backend.refuse(Method::Post, &reveal_path(), 403, ProblemKind::StepUpRequired);
    backend.answer(Method::Post, &reveal_path(), &secret());
    backend
}

/// Begins to reveal the secret through the guarded client.
async fn reveal(backend: &FakeBackend) -> (OpenPart, Answer) {
    let part = open_part(backend, not_stepped_up(fixture::user()), |provided| {
        view! { <StepUpDialog step_up=provided.step_up /> }.into_any()
    })
    .await;
    let answer = Answer::default();
    let (api, put) = (part.provided.api, Rc::clone(&answer));
    spawn_local(async move { *put.borrow_mut() = Some(api.reveal_secret(ID, RevealPurpose::Show).await) });
    tick().await;
    (part, answer)
}

pub(super) async fn confirm(part: &OpenPart, password: &str) {
    type_into(&part.page.by_label("Password"), password);
    click(&part.page.by_role("button", "Confirm"));
    tick().await;
}

#[wasm_bindgen_test]
async fn what_was_begun_goes_on_after_the_password() {
    let backend = backend();
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let (part, answer) = reveal(&backend).await;
    assert!(part.page.has_role("dialog", "Confirm it's you"));
    assert!(answer.borrow().is_none(), "the call waits");
    confirm(&part, "correct horse battery").await;
    assert!(!part.page.has_role("dialog", "Confirm it's you"));
    let answer = answer.borrow();
    assert_eq!(answer.as_ref().unwrap().as_ref().unwrap().secret_key.expose(), "lks_canary");
    assert!(part.provided.step_up.is_fresh());
}

#[wasm_bindgen_test]
async fn a_wrong_password_is_said_and_can_be_corrected() {
    let backend = backend();
    backend.refuse(Method::Post, STEP_UP, 403, ProblemKind::WrongPassword);
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let (part, answer) = reveal(&backend).await;
    confirm(&part, "wrong").await;
    assert!(part.page.says("This is not your password. Try again."));
    assert_eq!(part.page.by_label("Password").value(), "", "it is not kept");
    assert!(answer.borrow().is_none());
    confirm(&part, "right").await;
    assert!(matches!(&*answer.borrow(), Some(Ok(_))));
}

#[wasm_bindgen_test]
async fn whoever_closes_the_dialog_gets_the_refusal() {
    let backend = backend();
    let (part, answer) = reveal(&backend).await;
    click(&part.page.by_role("button", "Cancel"));
    tick().await;
    assert!(!part.page.has_role("dialog", "Confirm it's you"));
    assert!(matches!(&*answer.borrow(), Some(Err(error)) if error.is_step_up_required()));
    assert_eq!(backend.requests_to(Method::Post, &reveal_path()).len(), 1);
}

#[wasm_bindgen_test]
async fn being_offline_meanwhile_keeps_the_dialog() {
    let backend = backend();
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let (part, answer) = reveal(&backend).await;
    backend.set_offline(true);
    confirm(&part, "correct horse battery").await;
    assert!(part.page.says("could not be reached"));
    backend.set_offline(false);
    confirm(&part, "correct horse battery").await;
    assert!(matches!(&*answer.borrow(), Some(Ok(_))));
}
