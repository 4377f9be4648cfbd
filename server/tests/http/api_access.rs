use latchkey_contract::ProblemKind;
use latchkey_contract::problem::FieldErrorCode;
use latchkey_server::settings::Approval;
use serde_json::{Value, json};

use crate::harness::{ADMIN, KeyPair, Options, TestPortal, USER};

const ACCESS: &str = "/api/v1/api-access";
const REQUEST: &str = "/api/v1/api-access/request";

#[tokio::test]
async fn it_is_disabled_until_asked_for() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let access = user.get(ACCESS).await;
    assert_eq!(
        (access.status, access.json()),
        (200, json!({"status": {"state": "disabled"}, "credentials": []}))
    );
    assert_eq!(access.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn it_is_requested_once_and_withdrawn() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let requested = user.post(REQUEST, json!({"reason": "  Terraform  "})).await;
    assert_eq!(requested.status, 201);
    let status = requested.json()["status"].clone();
    assert_eq!((&status["state"], &status["reason"]), (&json!("pending"), &json!("Terraform")));
    assert_eq!(status["sent_at"], "2026-03-01T09:30:00.000Z");
    assert_eq!(user.post(REQUEST, json!({})).await.refused(409), ProblemKind::WrongState);
    let withdrawn = user.delete(REQUEST).await;
    assert_eq!((withdrawn.status, withdrawn.json()["status"]["state"].clone()), (200, json!("disabled")));
    assert_eq!(user.delete(REQUEST).await.refused(409), ProblemKind::WrongState);
    assert_eq!(user.post(REQUEST, json!({})).await.status, 201);
}

#[tokio::test]
async fn a_reason_is_visible_and_has_a_length() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let too_long = user.post(REQUEST, json!({"reason": "x".repeat(501)})).await;
    assert_eq!(too_long.refused_fields(), [("reason".to_owned(), FieldErrorCode::TooLong)]);
    let invisible = user.post(REQUEST, json!({"reason": "\u{200B}"})).await;
    assert_eq!(invisible.refused_fields(), [("reason".to_owned(), FieldErrorCode::NotText)]);
    assert_eq!(user.post(REQUEST, json!({"reason": "   "})).await.json()["status"]["reason"], Value::Null);
}

#[tokio::test]
async fn the_backend_approves_in_the_same_act_if_told_so() {
    let portal = TestPortal::with(Options { approval: Approval::Auto, ..Options::default() }).await;
    let user = portal.signed_in(USER).await;
    let approved = user.post(REQUEST, json!({})).await;
    assert_eq!(approved.status, 201);
    assert_eq!(approved.json()["status"]["state"], "approved");
    assert_eq!(approved.json()["status"]["decided_by"], "Latchkey");
    let pair = KeyPair::of(&user).await;
    assert_eq!(pair.get(&portal.nobody(), "/restapi/zone/zonelist").await.status, 200);
    let queue = portal.signed_in(ADMIN).await.get("/api/v1/admin/api-requests?state=approved").await.json();
    assert_eq!(queue["items"][0]["decision"]["decided_by"], "Latchkey");
}

#[tokio::test]
async fn an_approval_brings_the_first_credential_but_no_secret() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let access = user.get(ACCESS).await;
    assert_eq!(access.json()["status"]["state"], "approved");
    assert_eq!(access.json()["credentials"][0]["api_key"], pair.api_key.as_str());
    assert!(!access.text().contains("lks_"));
}
