use std::cell::RefCell;
use std::rc::Rc;

use latchkey::api::fake::FakeBackend;
use latchkey::api::{ApiError, Method};
use latchkey::pages::fixture;
use latchkey::platform::clipboard::{CopyOutcome, use_clipboard};
use latchkey::session::StepUpDialog;
use latchkey_contract::ProblemKind;
use latchkey_contract::credential::RevealPurpose;
use latchkey_contract::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use super::step_up::{ID, confirm, reveal_path, secret};
use crate::support::app::{OpenPart, STEP_UP, backend_with, not_stepped_up, open_part};
use crate::support::{click, tick};

type Outcome = Rc<RefCell<Option<Result<CopyOutcome, ApiError>>>>;

/// A button that copies the secret, as the page of API access has one.
async fn page(backend: &FakeBackend, session: Session) -> (OpenPart, Outcome) {
    let outcome = Outcome::default();
    let told = Rc::clone(&outcome);
    let part = open_part(backend, session, move |provided| {
        let clipboard = use_clipboard();
        let copy = move |_| {
            let api = provided.api;
            let fetch =
                move || async move { Ok(api.reveal_secret(ID, RevealPurpose::Copy).await?.secret_key) };
            let copying = provided.step_up.copy(clipboard, fetch);
            let told = Rc::clone(&told);
            spawn_local(async move { *told.borrow_mut() = Some(copying.await) });
        };
        view! {
            <button on:click=copy>"Copy"</button>
            <StepUpDialog step_up=provided.step_up />
        }
        .into_any()
    })
    .await;
    (part, outcome)
}

fn backend() -> FakeBackend {
    let backend = backend_with(&fixture::session(fixture::user()));
    backend.answer(Method::Post, &reveal_path(), &secret());
    backend
}

#[wasm_bindgen_test]
async fn with_a_password_given_lately_the_write_starts_inside_the_click() {
    let (part, outcome) = page(&backend(), fixture::session(fixture::user())).await;
    click(&part.page.by_role("button", "Copy"));
    assert_eq!(part.clipboard.writes_begun(), 1, "before the click is over");
    tick().await;
    assert_eq!(*outcome.borrow(), Some(Ok(CopyOutcome::Done)));
    assert_eq!(part.clipboard.text().as_deref(), Some("lks_canary"));
    assert!(!part.page.says("lks_"), "it is never shown");
}

#[wasm_bindgen_test]
async fn otherwise_it_starts_inside_the_click_that_confirms() {
    let backend = backend();
    backend.refuse(Method::Post, STEP_UP, 403, ProblemKind::WrongPassword);
    backend.answer(Method::Post, STEP_UP, &fixture::session(fixture::user()));
    let (part, outcome) = page(&backend, not_stepped_up(fixture::user())).await;
    click(&part.page.by_role("button", "Copy"));
    tick().await;
    assert_eq!(part.clipboard.writes_begun(), 0);
    confirm(&part, "wrong").await;
    assert_eq!(part.clipboard.writes_begun(), 1);
    assert!(outcome.borrow().is_none(), "the dialog goes on asking");
    confirm(&part, "right").await;
    assert_eq!(part.clipboard.writes_begun(), 2);
    assert_eq!(*outcome.borrow(), Some(Ok(CopyOutcome::Done)));
    assert_eq!(part.clipboard.text().as_deref(), Some("lks_canary"));
    assert_eq!(
        backend.requests_to(Method::Post, &reveal_path()).len(),
        1,
        "fetched once, and only when confirmed"
    );
}

#[wasm_bindgen_test]
async fn closing_the_dialog_copies_nothing() {
    let backend = backend();
    let (part, outcome) = page(&backend, not_stepped_up(fixture::user())).await;
    click(&part.page.by_role("button", "Copy"));
    tick().await;
    click(&part.page.by_role("button", "Cancel"));
    tick().await;
    assert!(matches!(&*outcome.borrow(), Some(Err(error)) if error.is_step_up_required()));
    assert_eq!(part.clipboard.text(), None);
    assert!(backend.requests_to(Method::Post, &reveal_path()).is_empty());
}

#[wasm_bindgen_test]
async fn a_failed_fetch_is_told_as_what_it_is() {
    let backend = backend();
    let (part, outcome) = page(&backend, fixture::session(fixture::user())).await;
    backend.set_offline(true);
    click(&part.page.by_role("button", "Copy"));
    tick().await;
    assert_eq!(*outcome.borrow(), Some(Err(ApiError::Offline)));
    assert_eq!(part.clipboard.text(), None);
}
