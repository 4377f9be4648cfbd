use latchkey_contract::ProblemKind;
use serde_json::json;

use crate::harness::{TestPortal, USER};

#[tokio::test]
async fn whatever_the_framework_refuses_is_a_problem_document() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let unknown = user.get("/api/v1/nothing").await;
    assert_eq!(unknown.refused(404), ProblemKind::NotFound);
    let method = user.call("PATCH", "/api/v1/session").send().await;
    assert_eq!(method.refused(405), ProblemKind::MethodNotAllowed);
    assert_eq!(method.header("allow"), Some("POST,GET,HEAD,DELETE"));
    let large = user.post("/api/v1/api-access/request", json!({"reason": "x".repeat(65 * 1024)})).await;
    assert_eq!(large.refused(413), ProblemKind::BodyTooLarge);
    let broken = user.call("POST", "/api/v1/api-access/request").header("content-type", "application/json");
    assert_eq!(broken.body("{").send().await.refused(400), ProblemKind::MalformedRequest);
}

#[tokio::test]
async fn it_has_the_members_of_rfc_9457_and_no_empty_ones() {
    let portal = TestPortal::start().await;
    let reply = portal.nobody().get("/api/v1/session").await;
    let document = reply.json();
    let names: Vec<_> = document.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["detail", "request_id", "status", "title", "type"]);
    assert_eq!(document["type"], "urn:latchkey:problem:not-signed-in");
    assert_eq!(document["title"], "Not signed in");
}

#[tokio::test]
async fn request_ids_are_the_servers_own() {
    let portal = TestPortal::start().await;
    let call = || portal.nobody().call("GET", "/api/v1/session").header("x-request-id", "mine");
    let (one, two) = (call().send().await, call().send().await);
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
    assert_ne!(one.header("x-request-id"), Some("mine"));
}
