use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::my_profile::stories::filled;
use latchkey_contract::ProblemKind;
use latchkey_contract::profile::Profile;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{PROFILE, changed, fill, open, sent};
use crate::support::{Portal, focused};

/// Saves when another window has saved `theirs` already.
async fn save_after(theirs: fn(&mut Profile), typed: &[(&str, &str)]) -> Portal {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, PROFILE, &filled()).answer(Method::Get, PROFILE, &changed(theirs));
    backend.refuse(Method::Put, PROFILE, 409, ProblemKind::VersionConflict);
    backend.answer(Method::Put, PROFILE, &Profile { version: 5, ..changed(theirs) });
    let page = open(&backend).await;
    for (label, text) in typed {
        fill(&page, label, text);
    }
    page.press("Save changes").await;
    page
}

#[wasm_bindgen_test]
async fn what_was_typed_stays_and_what_was_not_touched_is_taken_over() {
    let page =
        save_after(|profile| profile.fields.city = "Hamburg".into(), &[("Address", "1 Harbour Street")])
            .await;
    assert_eq!(page.by_label("Address").value(), "1 Harbour Street");
    assert_eq!(page.by_label("City").value(), "Hamburg");
    assert!(page.says("Your profile was changed in another window, and is shown as it is now"));
    assert!(page.says("Saved there: Hamburg"));

    page.press("Save changes").await;
    let latest = sent(&page).pop().unwrap();
    assert_eq!(latest.version, 4);
    assert_eq!(
        (latest.fields.address.as_str(), latest.fields.city.as_str()),
        ("1 Harbour Street", "Hamburg")
    );
    assert!(!page.says("Saved there"));
}

#[wasm_bindgen_test]
async fn where_both_typed_something_the_reader_chooses_theirs() {
    let page = save_after(|profile| profile.fields.city = "Hamburg".into(), &[("City", "Munich")]).await;
    assert_eq!(page.by_label("City").value(), "Munich");
    assert!(page.says("Saved there: Hamburg") && page.says("You typed: Munich"));
    page.press("Use what was saved there").await;
    assert_eq!(page.by_label("City").value(), "Hamburg");
    assert!(!page.says("You typed"));
    assert_eq!(focused(), Some(page.by_label("City").into()));
}

#[wasm_bindgen_test]
async fn where_both_typed_something_the_reader_keeps_their_own() {
    let page = save_after(|profile| profile.fields.city = "Hamburg".into(), &[("City", "Munich")]).await;
    page.press("Keep what I typed").await;
    assert_eq!(page.by_label("City").value(), "Munich");
    assert!(!page.says("You typed"));
    page.press("Save changes").await;
    let latest = sent(&page).pop().unwrap();
    assert_eq!((latest.version, latest.fields.city.as_str()), (4, "Munich"));
}

#[wasm_bindgen_test]
async fn values_are_told_as_the_form_shows_them() {
    let page = save_after(
        |profile| {
            profile.fields.country_code = "PT".into();
            profile.fields.time_zone = String::new();
            profile.fields.state = "Lisboa".into();
        },
        &[],
    )
    .await;
    assert!(page.says("Saved there: Portugal"));
    assert!(page.says("Saved there: Browser's time zone"));
    assert!(page.says("Saved there: Lisboa"));
}
