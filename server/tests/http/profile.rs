use latchkey_contract::ProblemKind;
use latchkey_contract::problem::FieldErrorCode;
use serde_json::{Value, json};

use crate::harness::{Caller, OTHER, PASSWORD, TestPortal, USER};

const PROFILE: &str = "/api/v1/profile";

/// The caller's profile as a change that changes nothing.
async fn change(caller: &Caller) -> Value {
    let reply = caller.get(PROFILE).await;
    assert_eq!(reply.status, 200);
    reply.json()
}

#[tokio::test]
async fn it_is_read_and_changed() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let mut change = change(&caller).await;
    let version = change["version"].as_u64().unwrap();
    change["fields"]["city"] = json!("  Berlin ");
    change["fields"]["time_zone"] = json!("Europe/Berlin");
    let changed = caller.put(PROFILE, change).await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    assert_eq!(changed.json()["fields"]["city"], "Berlin");
    assert_eq!(changed.json()["version"], version + 1);
    assert_eq!(caller.get(PROFILE).await.json(), changed.json());
    assert_eq!(caller.get("/api/v1/session").await.json()["account"]["time_zone"], "Europe/Berlin");
}

#[tokio::test]
async fn refused_fields_are_named_in_the_forms_order() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let mut change = change(&caller).await;
    change["fields"]["first_name"] = json!("   ");
    change["fields"]["mobile_number"] = json!("none");
    change["fields"]["country_code"] = json!("XX");
    change["fields"]["time_zone"] = json!("Europe/Atlantis");
    let refused = caller.put(PROFILE, change).await.refused_fields();
    let expected = [
        ("first_name", FieldErrorCode::Required),
        ("mobile_number", FieldErrorCode::NotAPhoneNumber),
        ("country_code", FieldErrorCode::NotACountry),
        ("time_zone", FieldErrorCode::NotATimeZone),
    ];
    assert_eq!(refused, expected.map(|(field, code)| (field.to_owned(), code)));
}

#[tokio::test]
async fn refuses_names_that_are_invisible_or_reserved() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let mut change = change(&caller).await;
    for (first, last, code) in [
        ("\u{200B}", "Demo", FieldErrorCode::Required),
        ("Da\nna", "Demo", FieldErrorCode::NotText),
        ("Operator", ".", FieldErrorCode::Reserved),
    ] {
        change["fields"]["first_name"] = json!(first);
        change["fields"]["last_name"] = json!(last);
        let refused = caller.put(PROFILE, change.clone()).await.refused_fields();
        assert_eq!(refused, [("first_name".to_owned(), code)], "{first:?}");
    }
}

#[tokio::test]
async fn a_version_that_is_not_the_present_one_is_refused() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let change = change(&caller).await;
    assert_eq!(caller.put(PROFILE, change.clone()).await.status, 200);
    assert_eq!(caller.put(PROFILE, change).await.refused(409), ProblemKind::VersionConflict);
}

#[tokio::test]
async fn a_new_email_address_needs_the_password_and_ends_other_sessions() {
    let portal = TestPortal::start().await;
    let mut caller = portal.signed_in(USER).await;
    let former = caller.clone();
    let elsewhere = portal.signed_in(USER).await;
    let mut change = change(&caller).await;
    change["fields"]["primary_email"] = json!("dana@demo.example");
    let wrong = vec![("current_password".to_owned(), FieldErrorCode::WrongPassword)];
    assert_eq!(caller.put(PROFILE, change.clone()).await.refused_fields(), wrong);
    change["current_password"] = json!("wrong");
    assert_eq!(caller.put(PROFILE, change.clone()).await.refused_fields(), wrong);
    change["current_password"] = json!(PASSWORD);
    assert_eq!(caller.put_as_browser(PROFILE, change).await.status, 200);
    assert_eq!(former.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(caller.get("/api/v1/session").await.json()["account"]["email"], "dana@demo.example");
    assert_eq!(elsewhere.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
}

#[tokio::test]
async fn another_accounts_email_address_is_taken() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let mut change = change(&caller).await;
    change["fields"]["primary_email"] = json!(OTHER.to_uppercase());
    change["current_password"] = json!(PASSWORD);
    let refused = caller.put(PROFILE, change).await.refused_fields();
    assert_eq!(refused, [("primary_email".to_owned(), FieldErrorCode::Taken)]);
}
