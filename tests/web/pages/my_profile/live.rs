use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::my_profile::stories::filled;
use latchkey_contract::event::LiveEvent;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{PROFILE, backend, changed, fill, open};

fn backend_where_city_changes() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, PROFILE, &filled()).answer(
        Method::Get,
        PROFILE,
        &changed(|profile| profile.fields.city = "Hamburg".into()),
    );
    backend
}

#[wasm_bindgen_test]
async fn a_change_in_another_window_shows_by_itself() {
    let page = open(&backend_where_city_changes()).await;
    page.hear(LiveEvent::ProfileChanged).await;
    assert_eq!(page.by_label("City").value(), "Hamburg");
    assert!(page.says("is shown as it is now"));
    page.press("Dismiss").await;
    assert!(!page.says("Saved there"));
}

#[wasm_bindgen_test]
async fn it_takes_nothing_away_that_was_typed() {
    let page = open(&backend_where_city_changes()).await;
    fill(&page, "City", "Munich");
    page.hear(LiveEvent::ProfileChanged).await;
    assert_eq!(page.by_label("City").value(), "Munich");
    assert!(page.has_role("button", "Keep what I typed"));
}

#[wasm_bindgen_test]
async fn nothing_is_said_of_ones_own_change() {
    let page = open(&backend()).await;
    page.hear(LiveEvent::ProfileChanged).await;
    assert!(!page.says("another window"));
}
