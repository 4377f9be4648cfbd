use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::fixture;
use latchkey::session::SignInAgainDialog;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::Profile;
use latchkey_contract::{Password, ProblemKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::support::app::{OpenPart, SESSION, answer_pages, backend_with, colleague, open_app, open_part};
use crate::support::{by_id, click, tick, type_into};

const TITLE: &str = "Your session has ended";

/// A page with something typed, which begins to read the profile after the session ended.
async fn page(backend: &FakeBackend) -> (OpenPart, RwSignal<Option<bool>>) {
    let read = RwSignal::new(None);
    let part = open_part(backend, fixture::session(fixture::user()), |provided| {
        view! {
            <input id="typed" aria-label="Reason" />
            <SignInAgainDialog sign_in_again=provided.sign_in_again />
        }
        .into_any()
    })
    .await;
    type_into(&typed(), "half a sentence");
    let api = part.provided.api;
    spawn_local(async move { read.set(Some(api.profile().await.is_ok())) });
    tick().await;
    (part, read)
}

fn typed() -> HtmlInputElement {
    by_id("typed").unchecked_into()
}

/// A backend whose session is over.
fn signed_out() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, SESSION, 401, ProblemKind::NotSignedIn);
    answer_pages(&backend);
    backend
}

fn backend() -> FakeBackend {
    let backend = signed_out();
    backend.refuse(Method::Get, "/api/v1/profile", 401, ProblemKind::NotSignedIn);
    backend.answer(Method::Get, "/api/v1/profile", &Profile::default());
    backend
}

async fn sign_in(part: &OpenPart) {
    type_into(&part.page.by_label("Password"), "correct horse battery");
    click(&part.page.by_role("button", "Sign in"));
    tick().await;
}

#[wasm_bindgen_test]
async fn nothing_typed_is_lost_and_the_call_goes_on() {
    let backend = backend();
    backend.answer(Method::Post, SESSION, &fixture::session(fixture::user()));
    let (part, read) = page(&backend).await;
    assert!(part.page.has_role("dialog", TITLE));
    assert_eq!(part.page.by_label("E-mail").value(), "user@demo.example");
    assert_eq!(read.get_untracked(), None, "the call waits");
    sign_in(&part).await;
    assert!(!part.page.has_role("dialog", TITLE));
    assert_eq!(typed().value(), "half a sentence");
    assert_eq!(read.get_untracked(), Some(true));
}

#[wasm_bindgen_test]
async fn a_call_never_goes_on_as_another_user() {
    let backend = backend();
    backend.answer(Method::Post, SESSION, &fixture::session(colleague()));
    let (part, read) = page(&backend).await;
    type_into(&part.page.by_label("E-mail"), "colleague@demo.example");
    sign_in(&part).await;
    assert_eq!(read.get_untracked(), Some(false));
    assert_eq!(backend.requests_to(Method::Get, "/api/v1/profile").len(), 1, "never sent as somebody else");
}

#[wasm_bindgen_test]
async fn another_user_finds_nothing_that_was_typed() {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.refuse(Method::Get, SESSION, 401, ProblemKind::NotSignedIn);
    backend.answer(Method::Get, "/api/v1/profile", &Profile::default());
    backend.answer(Method::Post, SESSION, &fixture::session(colleague()));
    let app = open_app(&backend, "/company/profile").await;
    type_into(&app.page.by_label("City"), "Berlin");
    app.live.emit(&LiveEvent::SessionEnded);
    tick().await;
    assert_eq!(app.page.by_label("City").value(), "Berlin");
    type_into(&app.page.by_label("E-mail"), "colleague@demo.example");
    type_into(&app.page.by_label("Password"), "correct horse battery");
    click(&app.page.by_role("button", "Sign in"));
    tick().await;
    assert_eq!(app.page.by_label("City").value(), "");
}

#[wasm_bindgen_test]
async fn several_calls_wait_for_one_dialog() {
    let backend = signed_out();
    backend.refuse(Method::Get, "/api/v1/profile", 401, ProblemKind::NotSignedIn);
    backend.answer(Method::Post, SESSION, &fixture::session(fixture::user()));
    let (part, _) = page(&backend).await;
    let second = RwSignal::new(None);
    let api = part.provided.api;
    spawn_local(async move { second.set(Some(api.profile().await.is_ok())) });
    tick().await;
    backend.forget(Method::Get, "/api/v1/profile").answer(
        Method::Get,
        "/api/v1/profile",
        &Profile::default(),
    );
    sign_in(&part).await;
    assert_eq!(second.get_untracked(), Some(true));
    assert_eq!(backend.requests_to(Method::Post, SESSION).len(), 1);
}

#[wasm_bindgen_test]
async fn asking_once_more_keeps_what_is_typed_in_the_dialog() {
    let (part, _) = page(&backend()).await;
    type_into(&part.page.by_label("E-mail"), "colleague@demo.example");
    type_into(&part.page.by_label("Password"), "half a pass");
    part.provided.live.emit(&LiveEvent::SessionEnded);
    tick().await;
    assert_eq!(part.page.by_label("E-mail").value(), "colleague@demo.example");
    assert_eq!(part.page.by_label("Password").value(), "half a pass");
}

#[wasm_bindgen_test]
async fn a_wrong_password_stays_in_the_dialog() {
    let backend = backend();
    backend.refuse(Method::Post, SESSION, 401, ProblemKind::WrongCredentials);
    let (part, read) = page(&backend).await;
    sign_in(&part).await;
    assert!(part.page.has_role("dialog", TITLE));
    assert!(part.page.says("E-mail or password is wrong."));
    assert_eq!(read.get_untracked(), None);
}

#[wasm_bindgen_test]
async fn signing_out_on_purpose_is_no_surprise() {
    let backend = signed_out();
    backend.answer_with(Method::Delete, SESSION, 204, "");
    let part = open_part(&backend, fixture::session(fixture::user()), |provided| {
        view! { <SignInAgainDialog sign_in_again=provided.sign_in_again /> }.into_any()
    })
    .await;
    backend.hold();
    let session = part.provided.session;
    spawn_local(async move { assert_eq!(session.sign_out().await, Ok(())) });
    tick().await;
    part.provided.live.emit(&LiveEvent::SessionEnded);
    tick().await;
    assert!(!part.page.has_role("dialog", TITLE));
    backend.release();
    tick().await;
    assert_eq!(untrack(|| session.account_id()), None);
}

/// Calls the session over. Returns whether the dialog opens.
async fn opens_at_the_end(backend: &FakeBackend) -> bool {
    let part = open_part(backend, fixture::session(fixture::user()), |provided| {
        view! { <SignInAgainDialog sign_in_again=provided.sign_in_again /> }.into_any()
    })
    .await;
    part.provided.live.emit(&LiveEvent::SessionEnded);
    tick().await;
    part.page.has_role("dialog", TITLE)
}

#[wasm_bindgen_test]
async fn opens_when_the_session_has_ended() {
    assert!(opens_at_the_end(&signed_out()).await);
}

#[wasm_bindgen_test]
async fn stays_closed_while_the_session_lives_on_with_another_token() {
    assert!(!opens_at_the_end(&backend_with(&fixture::session(fixture::user()))).await);
}

#[wasm_bindgen_test]
async fn stays_closed_if_the_token_changes_while_the_session_is_looked_for() {
    let backend = signed_out();
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    assert!(!opens_at_the_end(&backend).await);
}

#[wasm_bindgen_test]
async fn opens_at_the_end_of_the_session_although_the_backend_is_out_of_reach() {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.set_offline(true);
    assert!(opens_at_the_end(&backend).await);
}

#[wasm_bindgen_test]
fn a_password_is_not_printed() {
    assert!(!format!("{:?}", Password::from("hunter2".to_owned())).contains("hunter2"));
}
