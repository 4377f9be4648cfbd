use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::fixture;
use latchkey::session::{OtherTabDialog, SignInAgainDialog};
use latchkey_contract::ProblemKind;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{OpenPart, SESSION, open_part};
use crate::support::{come_back, tick};

async fn page(backend: &FakeBackend) -> OpenPart {
    open_part(backend, fixture::session(fixture::user()), |provided| {
        view! {
            <OtherTabDialog other_tab=provided.other_tab />
            <SignInAgainDialog sign_in_again=provided.sign_in_again />
        }
        .into_any()
    })
    .await
}

#[wasm_bindgen_test]
async fn a_tab_whose_account_changed_is_told_so() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::administrator()));
    let part = page(&backend).await;
    come_back();
    tick().await;
    assert!(part.page.has_role("alertdialog", "Another user signed in"));
    assert!(part.page.says("signed in as admin@demo.example"));
    assert!(part.page.has_role("button", "Reload"));
    let mine = untrack(|| part.provided.session.account_id());
    assert_eq!(mine, Some(fixture::user().id), "the page does not pretend to be the other's");
}

#[wasm_bindgen_test]
async fn a_session_that_ended_elsewhere_asks_for_the_password() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, SESSION, 401, ProblemKind::NotSignedIn);
    let part = page(&backend).await;
    part.provided.other_tab.check();
    tick().await;
    assert!(part.page.has_role("dialog", "Your session has ended"));
}

#[wasm_bindgen_test]
async fn the_same_account_is_left_in_peace() {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    let part = page(&backend).await;
    part.provided.other_tab.check();
    tick().await;
    assert!(!part.page.has_role("alertdialog", "Another user signed in"));
    backend.set_offline(true);
    part.provided.other_tab.check();
    tick().await;
    assert!(!part.page.has_role("dialog", "Your session has ended"));
}
