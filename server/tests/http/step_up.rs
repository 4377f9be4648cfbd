use latchkey_contract::ProblemKind;
use latchkey_server::clock::{HOUR, MINUTE};
use serde_json::{Value, json};

use crate::harness::{Caller, PASSWORD, TestPortal, USER};

const STEP_UP: &str = "/api/v1/session/step-up";

/// Everything that touches a secret, with a body that is right.
async fn acts(caller: &Caller, id: &str) -> Vec<crate::harness::Reply> {
    let post = async |path: String, body: Value| caller.post(&path, body).await;
    vec![
        post(format!("/api/v1/credentials/{id}/secret/reveal"), json!({"purpose": "copy"})).await,
        post(format!("/api/v1/credentials/{id}/secret/replace"), json!({})).await,
        post("/api/v1/credentials".to_owned(), json!({})).await,
    ]
}

#[tokio::test]
async fn a_password_counts_for_ten_minutes() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let mut caller = portal.signed_in(USER).await;
    portal.clock.advance(10 * MINUTE - 1);
    for reply in acts(&caller, &pair.id).await {
        assert_ne!(reply.status, 403, "{}", reply.text());
    }
    portal.clock.advance(1);
    for reply in acts(&caller, &pair.id).await {
        assert_eq!(reply.refused(403), ProblemKind::StepUpRequired);
    }
    assert_eq!(caller.get("/api/v1/api-access").await.status, 200, "the session goes on");

    let wrong = caller.post(STEP_UP, json!({"password": "wrong"})).await;
    assert_eq!(wrong.refused(403), ProblemKind::WrongPassword);
    assert_eq!(acts(&caller, &pair.id).await[0].refused(403), ProblemKind::StepUpRequired);

    let former = caller.clone();
    let right = caller.post_as_browser(STEP_UP, json!({"password": PASSWORD})).await;
    assert_eq!(right.status, 200);
    assert_eq!(right.json()["stepped_up_until"], "2026-03-01T09:50:00.000Z");
    assert_ne!(former.cookie(), caller.cookie());
    assert_eq!(former.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(acts(&caller, &pair.id).await[0].status, 200);
}

#[tokio::test]
async fn it_counts_for_one_session_only() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let mut one = portal.signed_in(USER).await;
    let two = portal.signed_in(USER).await;
    portal.clock.advance(HOUR);
    assert_eq!(one.post_as_browser(STEP_UP, json!({"password": PASSWORD})).await.status, 200);
    assert_eq!(acts(&one, &pair.id).await[0].status, 200);
    assert_eq!(acts(&two, &pair.id).await[0].refused(403), ProblemKind::StepUpRequired);
}

#[tokio::test]
async fn revoking_needs_no_password() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.signed_in(USER).await;
    portal.clock.advance(HOUR);
    let revoked = caller.post(&format!("/api/v1/credentials/{}/revoke", pair.id), json!({})).await;
    assert_eq!(revoked.status, 200);
}
