use std::rc::Rc;

use latchkey::api::fake::FakeBackend;
use latchkey::api::{Api, ApiError, IdempotencyKey, Method, SessionCheck};
use latchkey::pages::fixture;
use latchkey_contract::api_access::{AccessStatus, ApiAccess, RequestApiAccess};
use latchkey_contract::profile::Profile;
use latchkey_contract::session::SignIn;
use latchkey_contract::{Password, ProblemKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{API_ACCESS, SESSION, colleague};
use crate::support::tick;

const PROFILE: &str = "/api/v1/profile";

/// A client of the page of [`fixture::user`].
fn client(backend: &FakeBackend) -> Api {
    let account = || Some(fixture::user().id);
    Api::new(Rc::new(SessionCheck::new(backend.transport(), account)))
}

/// A backend with the user signed in.
fn signed_in() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    backend
}

fn is_not_signed_in<T>(answer: &Result<T, ApiError>) -> bool {
    answer.as_ref().is_err_and(ApiError::is_not_signed_in)
}

#[wasm_bindgen_test]
async fn repeats_a_refused_call_while_the_session_lives_on() {
    let backend = signed_in();
    let path = format!("{API_ACCESS}/request");
    backend.refuse(Method::Post, &path, 401, ProblemKind::NotSignedIn);
    let access = ApiAccess { status: AccessStatus::Disabled, credentials: Vec::new() };
    backend.answer(Method::Post, &path, &access);
    let body = RequestApiAccess { reason: Some("Backups".into()) };
    let answer = client(&backend).request_api_access(&body, &IdempotencyKey::new()).await;
    assert_eq!(answer, Ok(access));
    let sent = backend.requests_to(Method::Post, &path);
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0], sent[1], "the same body and key");
    assert!(sent[0].idempotency_key.is_some());
    let asked = backend.requests_to(Method::Get, SESSION);
    assert_eq!(asked.len(), 1);
    assert!(asked[0].unattended, "it does not postpone the session's end");
}

#[wasm_bindgen_test]
async fn reports_a_session_that_is_gone_once() {
    let backend = FakeBackend::new();
    for path in [SESSION, PROFILE] {
        backend.refuse(Method::Get, path, 401, ProblemKind::NotSignedIn);
    }
    assert!(is_not_signed_in(&client(&backend).profile().await));
    assert_eq!(backend.requests_to(Method::Get, PROFILE).len(), 1);
    assert_eq!(backend.requests_to(Method::Get, SESSION).len(), 1);
}

#[wasm_bindgen_test]
async fn reports_the_second_refusal() {
    let backend = signed_in();
    backend.refuse(Method::Get, PROFILE, 401, ProblemKind::NotSignedIn);
    assert!(is_not_signed_in(&client(&backend).profile().await));
    assert_eq!(backend.requests_to(Method::Get, PROFILE).len(), 2);
    assert_eq!(backend.requests_to(Method::Get, SESSION).len(), 1);
}

#[wasm_bindgen_test]
async fn reports_the_refusal_if_nobody_can_say_who_is_signed_in() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, PROFILE, 401, ProblemKind::NotSignedIn);
    backend.refuse(Method::Get, SESSION, 503, ProblemKind::Unavailable);
    assert!(is_not_signed_in(&client(&backend).profile().await));
    assert_eq!(backend.requests_to(Method::Get, PROFILE).len(), 1);
}

#[wasm_bindgen_test]
async fn never_repeats_a_call_as_another_account() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, PROFILE, 401, ProblemKind::NotSignedIn);
    backend.answer(Method::Get, SESSION, &fixture::session(colleague()));
    assert!(is_not_signed_in(&client(&backend).profile().await));
    assert_eq!(backend.requests_to(Method::Get, PROFILE).len(), 1);
}

#[wasm_bindgen_test]
async fn asks_once_for_calls_refused_together() {
    let (backend, owner) = (signed_in(), Owner::new());
    let path = "/api/v1/activity";
    for path in [PROFILE, path] {
        backend.refuse(Method::Get, path, 401, ProblemKind::NotSignedIn);
    }
    backend.answer(Method::Get, PROFILE, &Profile::default());
    backend.answer_with(Method::Get, path, 200, r#"{"items":[],"next":null}"#);
    let (client, done) = owner.with(|| (client(&backend), RwSignal::new((false, false))));
    backend.hold();
    spawn_local(async move {
        let is_done = client.profile().await.is_ok();
        done.update(|done| done.0 = is_done);
    });
    spawn_local(async move {
        let is_done = client.activity(None, None).await.is_ok();
        done.update(|done| done.1 = is_done);
    });
    tick().await;
    backend.release();
    tick().await;
    assert_eq!(done.get_untracked(), (true, true));
    assert_eq!(backend.requests_to(Method::Get, SESSION).len(), 1);
}

#[wasm_bindgen_test]
async fn asks_again_for_a_later_refusal() {
    let backend = signed_in();
    for _ in 0..2 {
        backend.refuse(Method::Get, PROFILE, 401, ProblemKind::NotSignedIn);
        backend.answer(Method::Get, PROFILE, &Profile::default());
    }
    let client = client(&backend);
    for _ in 0..2 {
        assert!(client.profile().await.is_ok());
    }
    assert_eq!(backend.requests_to(Method::Get, SESSION).len(), 2);
}

#[wasm_bindgen_test]
async fn leaves_calls_about_the_session_alone() {
    let backend = FakeBackend::new();
    for method in [Method::Get, Method::Post, Method::Delete] {
        backend.refuse(method, SESSION, 401, ProblemKind::NotSignedIn);
    }
    let client = client(&backend);
    let body = SignIn { email: "user@demo.example".into(), password: Password::from("wrong".to_owned()) };
    assert!(is_not_signed_in(&client.session().await));
    assert!(is_not_signed_in(&client.sign_in(&body).await));
    assert!(is_not_signed_in(&client.sign_out().await));
    assert_eq!(backend.requests().len(), 3);
}

#[wasm_bindgen_test]
async fn passes_other_refusals_on() {
    let backend = signed_in();
    backend.refuse(Method::Get, PROFILE, 401, ProblemKind::WrongCredentials);
    backend.refuse(Method::Get, API_ACCESS, 403, ProblemKind::StepUpRequired);
    let client = client(&backend);
    assert!(client.profile().await.is_err());
    assert!(client.api_access().await.is_err_and(|error| error.is_step_up_required()));
    assert_eq!(backend.requests().len(), 2);
}
