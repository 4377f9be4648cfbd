use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use latchkey_contract::ProblemKind;
use latchkey_server::clock::{Clock, DAY, HOUR};
use latchkey_server::store::idempotency::RequestKey;
use serde_json::{Value, json};
use sha2::Digest;

use crate::harness::{COLLEAGUE, Caller, Reply, TestPortal, USER};

const REQUEST: &str = "/api/v1/api-access/request";

async fn post(caller: &Caller, path: &str, key: &str, body: Value) -> Reply {
    caller.call("POST", path).header("idempotency-key", key).json(&body).send().await
}

#[tokio::test]
async fn the_same_request_again_gets_the_same_answer() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let first = post(&user, REQUEST, "one", json!({"reason": "x"})).await;
    let again = post(&user, REQUEST, "one", json!({"reason": "x"})).await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.json(), again.json());
    let other = post(&user, REQUEST, "two", json!({"reason": "x"})).await;
    assert_eq!(other.refused(409), ProblemKind::WrongState);
}

#[tokio::test]
async fn another_body_under_the_same_key_is_refused() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    assert_eq!(post(&user, REQUEST, "one", json!({"reason": "x"})).await.status, 201);
    let other = post(&user, REQUEST, "one", json!({"reason": "y"})).await;
    assert_eq!(other.refused(422), ProblemKind::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_key_is_one_callers_own() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let colleague = portal.signed_in(COLLEAGUE).await;
    let mine = post(&user, REQUEST, "one", json!({})).await;
    let theirs = post(&colleague, REQUEST, "one", json!({})).await;
    assert_eq!((mine.status, theirs.status), (201, 201));
    assert_ne!(mine.json(), theirs.json());
}

#[tokio::test]
async fn a_refused_request_may_be_tried_again() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    assert_eq!(post(&user, REQUEST, "one", json!({})).await.status, 201);
    assert_eq!(post(&user, REQUEST, "two", json!({})).await.refused(409), ProblemKind::WrongState);
    assert_eq!(user.delete(REQUEST).await.status, 200);
    assert_eq!(post(&user, REQUEST, "two", json!({})).await.status, 201);
}

#[tokio::test]
async fn a_replayed_creation_makes_one_key_and_repeats_no_secret() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    assert_eq!(user.post(&format!("/api/v1/credentials/{}/revoke", pair.id), json!({})).await.status, 200);
    let first = post(&user, "/api/v1/credentials", "one", json!({})).await;
    let again = post(&user, "/api/v1/credentials", "one", json!({})).await;
    assert_eq!((first.status, first.json()), (201, again.json()));
    assert!(!again.text().contains("lks_"));
    assert_eq!(user.get("/api/v1/api-access").await.json()["credentials"].as_array().unwrap().len(), 2);
    portal.clock.advance(HOUR);
    let late = post(&user, "/api/v1/credentials", "one", json!({})).await;
    assert_eq!(late.refused(403), ProblemKind::StepUpRequired, "a replay passes the same walls");
}

/// Lets a call wait that many times, then hangs up; the reply if it was there before that.
async fn hung_up(waits: usize, call: impl Future<Output = Reply>) -> Option<Reply> {
    let mut call = pin!(call);
    let mut left = waits;
    poll_fn(|context| match call.as_mut().poll(context) {
        Poll::Ready(reply) => Poll::Ready(Some(reply)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Asks until the first request is not being worked on any more.
async fn at_last(user: &Caller, key: &str) -> Reply {
    for _ in 0..1000 {
        let reply = post(user, REQUEST, key, json!({})).await;
        if reply.status != 409 || reply.refused(409) != ProblemKind::StillInFlight {
            return reply;
        }
    }
    panic!("{key} is still being worked on");
}

#[tokio::test]
async fn who_hangs_up_in_the_middle_gets_the_answer_the_next_time() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for waits in 0.. {
        let key = waits.to_string();
        let reply = hung_up(waits, post(&user, REQUEST, &key, json!({}))).await;
        assert_eq!(at_last(&user, &key).await.status, 201, "{waits}");
        assert_eq!(user.delete(REQUEST).await.status, 200);
        if reply.is_some() {
            assert!(waits > 0, "it was never hung up");
            return;
        }
    }
}

#[tokio::test]
async fn it_is_forgotten_after_a_day() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    assert_eq!(post(&user, REQUEST, "one", json!({})).await.status, 201);
    portal.clock.advance(DAY + 1);
    let user = portal.signed_in(USER).await;
    assert_eq!(post(&user, REQUEST, "one", json!({})).await.refused(409), ProblemKind::WrongState);
}

#[tokio::test]
async fn while_the_first_is_worked_on_the_second_is_told_to_wait() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let first = RequestKey {
        principal: portal.id_of(USER).await,
        route: "POST /api/v1/api-access/request",
        key: "one",
    };
    let digest = sha2::Sha256::digest("{}").into();
    portal.portal.store.begin_request(first, digest, portal.clock.now()).await.unwrap();
    assert_eq!(post(&user, REQUEST, "one", json!({})).await.refused(409), ProblemKind::StillInFlight);
}

#[tokio::test]
async fn an_unreadable_key_is_refused() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for key in ["", "two words", &"x".repeat(256)] {
        assert_eq!(post(&user, REQUEST, key, json!({})).await.refused(400), ProblemKind::MalformedRequest);
    }
    let twice = user.call("POST", REQUEST).header("idempotency-key", "a").header("idempotency-key", "b");
    assert_eq!(twice.json(&json!({})).send().await.refused(400), ProblemKind::MalformedRequest);
}
