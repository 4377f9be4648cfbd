use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{Current, FieldErrorCode};
use serde_json::{Value, json};

use crate::harness::{ADMIN, COLLEAGUE, Caller, OTHER, TestPortal, USER};

const QUEUE: &str = "/api/v1/admin/api-requests";

async fn requested(portal: &TestPortal, email: &str) -> String {
    let user = portal.signed_in(email).await;
    let reply = user.post("/api/v1/api-access/request", json!({"reason": "Terraform"})).await;
    reply.json()["status"]["request_id"].as_str().unwrap().to_owned()
}

async fn decide(admin: &Caller, id: &str, what: &str, body: Value) -> crate::harness::Reply {
    admin.post(&format!("{QUEUE}/{id}/{what}"), body).await
}

#[tokio::test]
async fn the_queue_tells_who_asks_and_why() {
    let portal = TestPortal::start().await;
    let first = requested(&portal, USER).await;
    portal.clock.advance(1000);
    let second = requested(&portal, OTHER).await;
    let admin = portal.signed_in(ADMIN).await;
    let queue = admin.get(QUEUE).await.json();
    let ids: Vec<_> = queue["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
    assert_eq!(ids, [json!(second), json!(first)], "newest first");
    let item = &queue["items"][1];
    assert_eq!(
        (&item["user_name"], &item["company_name"], &item["reason"], &item["state"]),
        (&json!("Dana Demo"), &json!("Demo Ltd"), &json!("Terraform"), &json!("pending"))
    );
    let one = admin.get(&format!("{QUEUE}/{first}")).await.json();
    assert_eq!(&one, item);
    let page = admin.get(&format!("{QUEUE}?limit=1")).await.json();
    let next = page["next"].as_str().unwrap();
    assert_eq!(admin.get(&format!("{QUEUE}?limit=1&cursor={next}")).await.json()["items"][0]["id"], first);
}

#[tokio::test]
async fn the_queue_is_filtered_by_state() {
    let portal = TestPortal::start().await;
    let denied = requested(&portal, USER).await;
    let pending = requested(&portal, COLLEAGUE).await;
    let admin = portal.signed_in(ADMIN).await;
    assert_eq!(decide(&admin, &denied, "deny", json!({"version": 1, "reason": "No."})).await.status, 200);
    for (state, expected) in [("pending", Some(&pending)), ("denied", Some(&denied)), ("approved", None)] {
        let items = admin.get(&format!("{QUEUE}?state={state}")).await.json()["items"].clone();
        let ids: Vec<_> = items.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected.into_iter().collect::<Vec<_>>(), "{state}");
    }
    assert_eq!(admin.get(&format!("{QUEUE}?state=lost")).await.refused(400), ProblemKind::MalformedRequest);
}

#[tokio::test]
async fn a_denial_is_told_to_the_user_who_may_ask_again() {
    let portal = TestPortal::start().await;
    let id = requested(&portal, USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let denied = decide(&admin, &id, "deny", json!({"version": 1, "reason": " Ask billing first. "})).await;
    assert_eq!((denied.status, denied.json()["state"].clone()), (200, json!("denied")));
    let user = portal.signed_in(USER).await;
    let status = user.get("/api/v1/api-access").await.json()["status"].clone();
    assert_eq!(
        (&status["decided_by"], &status["reason"]),
        (&json!("Ada Admin"), &json!("Ask billing first."))
    );
    assert_eq!(user.post("/api/v1/api-access/request", json!({})).await.status, 201);
}

#[tokio::test]
async fn a_denial_needs_a_reason() {
    let portal = TestPortal::start().await;
    let id = requested(&portal, USER).await;
    let admin = portal.signed_in(ADMIN).await;
    for (reason, code) in [
        ("  ".to_owned(), FieldErrorCode::Required),
        ("\u{200B}".to_owned(), FieldErrorCode::Required),
        ("No\u{202E}.".to_owned(), FieldErrorCode::NotText),
        ("x".repeat(501), FieldErrorCode::TooLong),
    ] {
        let refused = decide(&admin, &id, "deny", json!({"version": 1, "reason": reason})).await;
        assert_eq!(refused.refused_fields(), [("reason".to_owned(), code)]);
    }
}

#[tokio::test]
async fn of_two_administrators_at_once_one_wins_and_the_other_is_told() {
    let portal = TestPortal::start().await;
    let id = requested(&portal, USER).await;
    let one = portal.signed_in(ADMIN).await;
    let two = portal.signed_in(ADMIN).await;
    let (approved, denied) = tokio::join!(
        decide(&one, &id, "approve", json!({"version": 1})),
        decide(&two, &id, "deny", json!({"version": 1, "reason": "No."})),
    );
    let (won, lost) = if approved.status == 200 { (approved, denied) } else { (denied, approved) };
    assert_eq!(won.status, 200);
    assert_eq!(lost.refused(409), ProblemKind::VersionConflict);
    let Some(Current::AccessRequest(current)) = lost.problem().current else { panic!("{}", lost.text()) };
    assert_eq!(serde_json::to_value(current).unwrap(), won.json());
}

#[tokio::test]
async fn a_withdrawn_request_cannot_be_decided() {
    let portal = TestPortal::start().await;
    let id = requested(&portal, USER).await;
    assert_eq!(portal.signed_in(USER).await.delete("/api/v1/api-access/request").await.status, 200);
    let admin = portal.signed_in(ADMIN).await;
    let refused = decide(&admin, &id, "approve", json!({"version": 1})).await;
    assert_eq!(refused.refused(409), ProblemKind::VersionConflict);
    assert_eq!(refused.json()["current"]["access_request"]["state"], "withdrawn");
}

#[tokio::test]
async fn an_unknown_request_is_not_found() {
    let portal = TestPortal::start().await;
    let admin = portal.signed_in(ADMIN).await;
    let id = uuid::Uuid::now_v7().to_string();
    assert_eq!(admin.get(&format!("{QUEUE}/{id}")).await.refused(404), ProblemKind::NotFound);
    assert_eq!(
        decide(&admin, &id, "approve", json!({"version": 1})).await.refused(404),
        ProblemKind::NotFound
    );
    let denied = decide(&admin, &id, "deny", json!({"version": 1, "reason": "No."})).await;
    assert_eq!(denied.refused(404), ProblemKind::NotFound);
}
