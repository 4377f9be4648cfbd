use latchkey::api::Method;
use latchkey::api::fake::{FakeBackend, problem};
use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{FieldError, FieldErrorCode};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{PROFILE, backend, changed, fill, open, sent};
use crate::support::{Portal, click, frame, tick};

const TITLE: &str = "Confirm your new primary e-mail";

async fn asked(backend: &FakeBackend) -> Portal {
    let page = open(backend).await;
    fill(&page, "Primary E-mail", "uma@demo.example");
    page.press("Save changes").await;
    page
}

fn refusal(field: &str, code: FieldErrorCode) -> latchkey_contract::Problem {
    let mut refusal = problem(422, ProblemKind::InvalidFields);
    refusal.errors.push(FieldError { field: field.into(), code, detail: String::new() });
    refusal
}

/// Presses the button that both the form and the dialog have, in the dialog.
async fn confirm(page: &Portal) {
    let dialog = page.by_role("dialog", TITLE);
    let buttons = page.all_by_role("button", "Save changes");
    click(buttons.iter().find(|button| dialog.contains(Some(button))).unwrap());
    tick().await;
}

#[wasm_bindgen_test]
async fn a_new_primary_e_mail_asks_for_the_password_and_says_what_ends() {
    let backend = backend();
    backend.answer(
        Method::Put,
        PROFILE,
        &changed(|profile| profile.fields.primary_email = "uma@demo.example".into()),
    );
    let page = asked(&backend).await;
    assert!(page.has_role("dialog", TITLE));
    assert!(page.says("sign in with uma@demo.example"));
    assert!(page.says("Your sessions in other browsers end."));
    assert!(sent(&page).is_empty());

    confirm(&page).await;
    assert!(sent(&page).is_empty(), "no password, no request");
    assert!(page.says("Fill this in."));

    fill(&page, "Current Password", "correct horse battery");
    confirm(&page).await;
    assert_eq!(sent(&page)[0].current_password.expose(), "correct horse battery");
    assert!(!page.has_role("dialog", TITLE));
    assert!(page.says("your other sessions have ended"));
    assert!(!page.container.inner_html().contains("correct horse battery"));
}

#[wasm_bindgen_test]
async fn a_wrong_password_is_told_in_the_dialog() {
    let backend = backend();
    backend.refuse_with(Method::Put, PROFILE, refusal("current_password", FieldErrorCode::WrongPassword));
    let page = asked(&backend).await;
    fill(&page, "Current Password", "wrong");
    confirm(&page).await;
    assert!(page.has_role("dialog", TITLE));
    assert!(page.says("This password is not right. Try again."));
}

#[wasm_bindgen_test]
async fn an_address_that_is_taken_is_told_beside_its_field() {
    let backend = backend();
    backend.refuse_with(Method::Put, PROFILE, refusal("primary_email", FieldErrorCode::Taken));
    let page = asked(&backend).await;
    fill(&page, "Current Password", "correct horse battery");
    confirm(&page).await;
    frame().await;
    assert!(!page.has_role("dialog", TITLE));
    let email = page.by_label("Primary E-mail");
    assert_eq!(email.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(email.value(), "uma@demo.example");
    assert!(page.says("Another account uses this."));
}

#[wasm_bindgen_test]
async fn thinking_better_of_it_sends_nothing_and_keeps_what_was_typed() {
    let page = asked(&backend()).await;
    page.press("Cancel").await;
    tick().await;
    assert!(!page.has_role("dialog", TITLE));
    assert!(sent(&page).is_empty());
    assert_eq!(page.by_label("Primary E-mail").value(), "uma@demo.example");
}
