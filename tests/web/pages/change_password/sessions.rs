use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::change_password::fixtures::{self, SESSIONS};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::{OwnSession, OwnSessions};
use latchkey_contract::{ProblemKind, Timestamp};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{NEW, OLD, fill, open};
use crate::support::app::STEP_UP;
use crate::support::{Portal, Setting, click, focus, focused, frame, tick, type_into};

const LAPTOP: &str = "Sign out Chrome on Windows, 198.51.100.23";
const OTHERS: &str = "Sign out all other sessions";
const ASKED: &str = "Sign out all other sessions?";

/// The page of somebody with a laptop, a phone and a script signed in beside this browser.
async fn page() -> (Portal, FakeBackend) {
    let backend = fixtures::backend(fixtures::sessions());
    (open(&backend).await, backend)
}

/// Makes the backend list these from now on.
fn list(backend: &FakeBackend, items: Vec<OwnSession>) {
    backend.forget(Method::Get, SESSIONS).answer(Method::Get, SESSIONS, &OwnSessions { items });
}

fn reads(backend: &FakeBackend) -> usize {
    backend.requests_to(Method::Get, SESSIONS).len()
}

async fn confirm(page: &Portal) {
    type_into(&page.by_label("Password"), "correct horse battery");
    page.press("Confirm").await;
}

#[wasm_bindgen_test]
async fn lists_each_session_and_marks_this_browser() {
    let (page, _) = page().await;
    for words in
        ["Firefox on Linux", "192.0.2.7", "Chrome on Windows", "Safari on iOS", "curl", "2001:db8:85a3"]
    {
        assert!(page.says(words), "{words}");
    }
    assert!(page.says("Signed in Feb 27, 2026"));
    assert_eq!(page.text().matches("This browser").count(), 1);
    assert!(page.has_role("button", LAPTOP));
    assert!(page.has_role("button", "Sign out curl, 2001:db8:85a3:1319:8a2e:370:7344:abcd"));
    assert!(
        !page.has_role("button", "Sign out Firefox on Linux, 192.0.2.7"),
        "this one is ended by signing out"
    );
}

#[wasm_bindgen_test]
async fn tells_how_long_ago_a_session_was_seen() {
    // The clock of these tests begins with 1970.
    let start = || Timestamp("1970-01-01T00:00:00.000Z".to_owned());
    let seen = |session: OwnSession| OwnSession { last_seen_at: start(), ..session };
    let items = vec![seen(fixtures::this_browser()), seen(fixtures::laptop())];
    let page = open(&fixtures::backend(OwnSessions { items })).await;
    assert_eq!(page.text().matches("Active now").count(), 2);
    page.wait(180).await;
    assert_eq!(page.text().matches("Active now").count(), 1, "this browser is in use");
    assert!(page.says("Last seen 3 minutes ago"));
    page.wait(25 * 3_600).await;
    assert!(page.says("Last seen 1 day ago"));
}

#[wasm_bindgen_test]
async fn says_that_no_other_browser_is_signed_in() {
    let page = open(&fixtures::backend(OwnSessions { items: vec![fixtures::this_browser()] })).await;
    assert!(page.says("You're signed in only in this browser."));
    assert!(page.says("Firefox on Linux"));
    assert!(!page.has_role("button", OTHERS));
}

#[wasm_bindgen_test]
async fn a_failed_reading_can_be_repeated() {
    let backend = FakeBackend::new();
    backend.refuse(Method::Get, SESSIONS, 503, ProblemKind::Unavailable);
    let page = open(&backend).await;
    list(&backend, fixtures::sessions().items);
    page.press("Try again").await;
    assert!(page.has_role("button", LAPTOP));
}

#[wasm_bindgen_test]
async fn signs_a_session_out() {
    let (page, backend) = page().await;
    list(&backend, vec![fixtures::this_browser(), fixtures::phone()]);
    let button = page.by_role("button", LAPTOP);
    focus(&button);
    click(&button);
    tick().await;
    let path = fixtures::path_of(&fixtures::laptop());
    assert_eq!(backend.requests_to(Method::Delete, &path).len(), 1);
    assert!(page.says("Session signed out"));
    assert!(!page.says("Chrome on Windows"));
    assert!(!page.says("curl"), "the list is read again");
    frame().await;
    assert_eq!(focused().and_then(|it| it.text_content()).as_deref(), Some("Where you're signed in"));
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_before_counts_as_signed_out() {
    let (page, backend) = page().await;
    let path = fixtures::path_of(&fixtures::laptop());
    backend.forget(Method::Delete, &path).refuse(Method::Delete, &path, 404, ProblemKind::NotFound);
    list(&backend, vec![fixtures::this_browser()]);
    page.press(LAPTOP).await;
    assert!(page.says("Session signed out"));
    assert!(page.says("You're signed in only in this browser."));
    assert_eq!(reads(&backend), 2);
}

#[wasm_bindgen_test]
async fn signs_out_once_the_password_is_confirmed() {
    let backend = fixtures::backend(fixtures::sessions());
    let path = fixtures::path_of(&fixtures::laptop());
    backend.forget(Method::Delete, &path).refuse(Method::Delete, &path, 403, ProblemKind::StepUpRequired);
    backend.answer_with(Method::Delete, &path, 204, "");
    backend.answer(
        Method::Post,
        STEP_UP,
        &latchkey::pages::fixture::session(latchkey::pages::fixture::user()),
    );
    let page = Portal::open(Setting::user().not_stepped_up(), &backend, super::page).await;
    page.press(LAPTOP).await;
    confirm(&page).await;
    assert_eq!(backend.requests_to(Method::Delete, &path).len(), 2);
    assert!(page.says("Session signed out"));
}

#[wasm_bindgen_test]
async fn closing_the_password_dialog_signs_nobody_out() {
    let (page, backend) = page().await;
    let path = fixtures::path_of(&fixtures::laptop());
    backend.forget(Method::Delete, &path).refuse(Method::Delete, &path, 403, ProblemKind::StepUpRequired);
    page.press(LAPTOP).await;
    page.press("Cancel").await;
    assert!(page.has_role("button", LAPTOP));
    assert!(!page.says("The session was not signed out"));
    assert_eq!(backend.requests_to(Method::Delete, &path).len(), 1);
}

#[wasm_bindgen_test]
async fn a_failure_is_told_and_keeps_the_session_listed() {
    let (page, backend) = page().await;
    let path = fixtures::path_of(&fixtures::laptop());
    backend.forget(Method::Delete, &path).refuse(Method::Delete, &path, 503, ProblemKind::Unavailable);
    page.press(LAPTOP).await;
    assert!(page.says("The session was not signed out"));
    assert!(page.has_role("button", LAPTOP));
}

#[wasm_bindgen_test]
async fn signs_all_other_sessions_out_once_the_reader_agreed() {
    let (page, backend) = page().await;
    page.press(OTHERS).await;
    assert!(page.has_role("alertdialog", ASKED));
    assert!(page.says("Every other browser and device has to sign in again."));
    assert!(backend.requests_to(Method::Delete, SESSIONS).is_empty());
    list(&backend, vec![fixtures::this_browser()]);
    page.press("Sign out all others").await;
    assert_eq!(backend.requests_to(Method::Delete, SESSIONS).len(), 1);
    assert!(!page.has_role("alertdialog", ASKED));
    assert!(page.says("All other sessions signed out"));
    assert!(page.says("You're signed in only in this browser."));
    frame().await;
    frame().await;
    assert_eq!(focused().and_then(|it| it.text_content()).as_deref(), Some("Where you're signed in"));
}

#[wasm_bindgen_test]
async fn a_failure_to_sign_all_others_out_is_told_in_the_dialog() {
    let (page, backend) = page().await;
    backend.forget(Method::Delete, SESSIONS).refuse(Method::Delete, SESSIONS, 503, ProblemKind::Unavailable);
    page.press(OTHERS).await;
    page.press("Sign out all others").await;
    assert!(page.has_role("alertdialog", ASKED));
    assert!(page.has_role("button", LAPTOP));
    page.press("Cancel").await;
    assert!(!page.has_role("alertdialog", ASKED));
}

#[wasm_bindgen_test]
async fn reads_the_list_again_when_somebody_signs_in_or_out() {
    let (page, backend) = page().await;
    list(&backend, vec![fixtures::this_browser(), fixtures::phone()]);
    page.hear(LiveEvent::ActivityAdded).await;
    assert!(!page.has_role("button", LAPTOP));
    assert!(page.says("Safari on iOS"));
}

#[wasm_bindgen_test]
async fn reads_the_list_again_once_the_password_is_changed() {
    let (page, backend) = page().await;
    backend.answer_with(Method::Put, "/api/v1/profile/password", 204, "");
    list(&backend, vec![fixtures::this_browser()]);
    fill(&page, OLD, NEW, NEW).await;
    page.press("Update").await;
    assert!(page.says("You're signed in only in this browser."));
}
