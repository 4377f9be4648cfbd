use latchkey_contract::ProblemKind;
use latchkey_contract::problem::FieldErrorCode;
use serde_json::json;

use crate::harness::{Caller, PASSWORD, TestPortal, USER};

const CHANGE: &str = "/api/v1/profile/password";
const NEW: &str = "another long password";

#[tokio::test]
async fn a_change_ends_the_other_sessions() {
    let portal = TestPortal::start().await;
    let mut caller = portal.signed_in(USER).await;
    let former = caller.clone();
    let elsewhere = portal.signed_in(USER).await;
    let changed = caller.put_as_browser(CHANGE, json!({"old_password": PASSWORD, "new_password": NEW})).await;
    assert_eq!(changed.status, 204);
    assert_eq!(caller.get("/api/v1/session").await.status, 200);
    assert_eq!(former.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(elsewhere.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    let nobody = portal.nobody();
    let sign_in = async |password: &str| {
        nobody.post("/api/v1/session", json!({"email": USER, "password": password})).await.status
    };
    assert_eq!((sign_in(PASSWORD).await, sign_in(NEW).await), (401, 200));
}

#[tokio::test]
async fn what_is_wrong_is_said() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let refused = async |old: &str, new: &str| {
        caller.put(CHANGE, json!({"old_password": old, "new_password": new})).await.refused_fields()
    };
    let one = |field: &str, code| vec![(field.to_owned(), code)];
    assert_eq!(refused("wrong", NEW).await, one("old_password", FieldErrorCode::WrongPassword));
    assert_eq!(refused(PASSWORD, "short").await, one("new_password", FieldErrorCode::TooShort));
    assert_eq!(refused(PASSWORD, &"x".repeat(257)).await, one("new_password", FieldErrorCode::TooLong));
    assert_eq!(refused(PASSWORD, PASSWORD).await, one("new_password", FieldErrorCode::Unchanged));
    assert_eq!(refused("", NEW).await, one("old_password", FieldErrorCode::Required));
}

#[tokio::test]
async fn a_password_is_compared_in_nfc() {
    let (composed, decomposed) = ("ma\u{f1}ana ma\u{f1}ana", "man\u{303}ana man\u{303}ana");
    let portal = TestPortal::start().await;
    let mut caller = portal.signed_in(USER).await;
    let change = async |caller: &mut Caller, old: &str, new: &str| {
        caller.put_as_browser(CHANGE, json!({"old_password": old, "new_password": new})).await
    };
    assert_eq!(change(&mut caller, PASSWORD, decomposed).await.status, 204);
    let one = |code| vec![("new_password".to_owned(), code)];
    let same = change(&mut caller, decomposed, composed).await;
    assert_eq!(same.refused_fields(), one(FieldErrorCode::Unchanged));
    let short = change(&mut caller, decomposed, &"n\u{303}".repeat(6)).await;
    assert_eq!(short.refused_fields(), one(FieldErrorCode::TooShort));
    for typed in [composed, decomposed] {
        let reply = portal.nobody().post("/api/v1/session", json!({"email": USER, "password": typed})).await;
        assert_eq!(reply.status, 200);
    }
}
