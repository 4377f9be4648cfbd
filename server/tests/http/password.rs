use latchkey_contract::ProblemKind;
use latchkey_contract::problem::FieldErrorCode;
use serde_json::json;

use crate::harness::{PASSWORD, TestPortal, USER};

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
