//! "Test this key": the call that the server makes for a key's owner.

use std::num::NonZeroU32;

use latchkey_contract::ProblemKind;
use latchkey_contract::event::LiveEvent;
use latchkey_server::clock::{MINUTE, SECOND};
use latchkey_server::cloud::{Catalogue, Zone};
use latchkey_server::store::inventory::Inventory;
use latchkey_server::throttle::KEY_TESTS;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{ADMIN, COLLEAGUE, Caller, KeyPair, OTHER, Options, Reply, TestPortal, USER};

async fn test(user: &Caller, pair: &KeyPair) -> Reply {
    user.post(&format!("/api/v1/credentials/{}/test", pair.id), json!({})).await
}

fn body(told: &Value) -> Value {
    serde_json::from_str(told["body"].as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn the_owner_is_told_what_a_real_call_brings() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let reply = test(&user, &pair).await;
    assert_eq!((reply.status, reply.header("cache-control")), (200, Some("no-store")), "{}", reply.text());
    let told = reply.json();
    assert_eq!(
        told["request"],
        json!({"method": "GET", "path": "/restapi/zone/zonelist",
            "headers": [{"name": "apikey", "value": pair.api_key}, {"name": "secretkey"}]})
    );
    assert_eq!((&told["status"], &told["body_cut"]), (&json!(200), &json!(false)));
    assert!(told["duration_ms"].as_u64().is_some_and(|ms| ms < 10_000));
    assert_eq!(body(&told), pair.get(&portal.nobody(), "/restapi/zone/zonelist").await.json());
    assert!(!reply.text().contains(&pair.secret_key[4..]));
}

#[tokio::test]
async fn it_counts_as_a_call_of_the_key_from_where_the_owner_is() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    test(&user.at("198.51.100.7"), &pair).await;
    portal.write_calls().await;
    let usage = user.get("/api/v1/api-access/usage").await.json();
    assert_eq!(usage["calls"]["success"], 1);
    assert_eq!(
        usage["keys"][0]["last_used"],
        json!({"at": "2026-03-01T09:30:00.000Z", "address": "198.51.100.7", "route": "GET /restapi/zone/zonelist"})
    );
}

#[tokio::test]
async fn it_is_charged_to_the_key() {
    let calls = NonZeroU32::new(2).unwrap();
    let portal = TestPortal::with(Options { restapi_calls: calls, ..Options::default() }).await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    test(&user, &pair).await;
    test(&user, &pair).await;
    pair.get(&portal.nobody(), "/restapi/zone/zonelist").await.refused(429);
    let told = test(&user, &pair).await.json();
    assert_eq!((&told["status"], &body(&told)["code"]), (&json!(429), &json!(429)));
}

#[tokio::test]
async fn it_needs_no_step_up() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    portal.clock.advance(11 * MINUTE);
    let reveal = format!("/api/v1/credentials/{}/secret/reveal", pair.id);
    user.post(&reveal, json!({"purpose": "show"})).await.refused(403);
    assert_eq!(test(&user, &pair).await.json()["status"], 200);
}

#[tokio::test]
async fn while_access_is_disabled_it_tells_of_the_refusal() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    crate::recorded_calls::disable(&portal).await;
    let told = test(&user, &pair).await.json();
    assert_eq!(told["status"], 403);
    assert_eq!(body(&told)["type"], json!(ProblemKind::ApiAccessDisabled));
}

#[tokio::test]
async fn of_a_long_answer_the_beginning_is_told() {
    let portal = TestPortal::start().await;
    let zone = |number| Zone { id: Uuid::from_u128(number), name: "z".repeat(2_000), is_active: true };
    let catalogue = Catalogue { zones: (1..=700).map(zone).collect(), ..Catalogue::default() };
    portal.store.offer(catalogue).await.unwrap();
    let pair = portal.granted(USER).await;
    let told = test(&portal.signed_in(USER).await, &pair).await.json();
    assert_eq!((&told["status"], &told["body_cut"]), (&json!(200), &json!(true)));
    let body = told["body"].as_str().unwrap();
    assert_eq!(body.len(), 64 * 1024);
    assert!(body.starts_with("{\"count\":702,"), "{}", &body[..100]);
}

#[tokio::test]
async fn it_uses_the_secret_that_is_in_force() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    user.post(&format!("/api/v1/credentials/{}/secret/replace", pair.id), json!({})).await;
    pair.get(&portal.nobody(), "/restapi/zone/zonelist").await.refused(401);
    assert_eq!(test(&user, &pair).await.json()["status"], 200);
}

#[tokio::test]
async fn a_revoked_key_cannot_be_tested() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    user.post(&format!("/api/v1/credentials/{}/revoke", pair.id), json!({})).await;
    assert_eq!(test(&user, &pair).await.refused(409), ProblemKind::WrongState);
}

#[tokio::test]
async fn a_key_can_be_tested_a_few_times_a_minute() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let others = portal.granted(OTHER).await;
    let user = portal.signed_in(USER).await;
    for _ in 0..KEY_TESTS.get() {
        assert_eq!(test(&user, &pair).await.status, 200);
    }
    let refusal = test(&user, &pair).await;
    assert_eq!(refusal.refused(429), ProblemKind::TooManyAttempts);
    let wait = i64::from(refusal.problem().retry_after.unwrap());
    assert_eq!(test(&portal.signed_in(OTHER).await, &others).await.status, 200);
    // Whoever may not test it costs its owner nothing.
    for _ in 0..KEY_TESTS.get() {
        test(&portal.signed_in(COLLEAGUE).await, &pair).await.refused(404);
    }
    portal.clock.advance(wait * SECOND);
    assert_eq!(test(&user, &pair).await.status, 200);
}

#[tokio::test]
async fn nobody_else_tests_it_and_nothing_malformed_does() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    portal.granted(OTHER).await;
    assert_eq!(test(&portal.nobody(), &pair).await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(test(&portal.signed_in(ADMIN).await, &pair).await.refused(403), ProblemKind::Forbidden);
    for stranger in [COLLEAGUE, OTHER] {
        assert_eq!(test(&portal.signed_in(stranger).await, &pair).await.refused(404), ProblemKind::NotFound);
    }
    let user = portal.signed_in(USER).await;
    let path = format!("/api/v1/credentials/{}/test", pair.id);
    user.post(&path, json!({"path": "/restapi/instance/instanceList"})).await.refused(400);
    user.post("/api/v1/credentials/1/test", json!({})).await.refused(404);
    user.call("POST", &path)
        .without("sec-fetch-site")
        .header("sec-fetch-site", "cross-site")
        .json(&json!({}))
        .send()
        .await
        .refused(403);
    user.get(&path).await.refused(405);
    portal.write_calls().await;
    assert_eq!(user.get("/api/v1/api-access/usage").await.json()["calls"]["success"], 0);
}

#[tokio::test]
async fn its_owner_hears_of_it_and_nobody_else() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let mut stream = user.follow("/api/v1/events").await;
    let mut others = portal.signed_in(COLLEAGUE).await.follow("/api/v1/events").await;
    test(&user, &pair).await;
    portal.write_calls().await;
    stream.until(&LiveEvent::KeyUsed).await;
    portal.signed_in(COLLEAGUE).await;
    assert_eq!(others.event().await, Some(LiveEvent::ActivityAdded), "of signing in, not of the key");
}
