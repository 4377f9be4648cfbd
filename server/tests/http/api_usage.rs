use latchkey_contract::ProblemKind;
use latchkey_server::clock::{DAY, HOUR, SECOND};
use serde_json::{Value, json};

use crate::harness::{ADMIN, COLLEAGUE, Caller, KeyPair, OTHER, TestPortal, USER};

const USAGE: &str = "/api/v1/api-access/usage";
const ZONES: &str = "/restapi/zone/zonelist";

async fn usage(portal: &TestPortal, user: &Caller) -> Value {
    portal.write_calls().await;
    let reply = user.get(USAGE).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()
}

fn counts(success: u64, client_error: u64) -> Value {
    json!({"success": success, "client_error": client_error, "server_error": 0})
}

#[tokio::test]
async fn a_key_is_listed_before_it_is_used() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let unused =
        json!({"credential_id": pair.id, "api_key": pair.api_key, "state": "active", "calls": counts(0, 0)});
    assert_eq!(
        usage(&portal, &user).await,
        json!({"since": "2026-02-28T09:30:00.000Z", "calls": counts(0, 0), "keys": [unused]})
    );
}

#[tokio::test]
async fn calls_of_the_last_day_are_counted_by_status_class() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    pair.get(&caller, ZONES).await;
    portal.clock.advance(SECOND);
    pair.get(&caller, ZONES).await;
    pair.get(&caller, "/restapi/zone/zonelist?uuid=1").await;
    let user = portal.signed_in(USER).await;
    let seen = usage(&portal, &user).await;
    assert_eq!((&seen["calls"], &seen["keys"][0]["calls"]), (&counts(2, 1), &counts(2, 1)));
    assert_eq!(seen["keys"][0]["last_used"]["at"], "2026-03-01T09:30:01.000Z");

    // The first call is more than a day old now.
    portal.clock.advance(DAY);
    let user = portal.signed_in(USER).await;
    assert_eq!(usage(&portal, &user).await["calls"], counts(1, 1));
    portal.clock.advance(HOUR);
    let seen = usage(&portal, &user).await;
    assert_eq!(seen["calls"], counts(0, 0));
    assert_eq!(seen["keys"][0]["last_used"]["at"], "2026-03-01T09:30:01.000Z", "the last use stays");
}

#[tokio::test]
async fn a_revoked_key_is_listed_while_its_calls_count() {
    let portal = TestPortal::start().await;
    let first = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    first.get(&user, ZONES).await;
    user.post(&format!("/api/v1/credentials/{}/revoke", first.id), json!({})).await;
    portal.clock.advance(SECOND);
    assert_eq!(user.post("/api/v1/credentials", json!({})).await.status, 201);
    let second = KeyPair::of(&user).await;
    second.get(&user, ZONES).await;
    second.get(&user, ZONES).await;
    let seen = usage(&portal, &user).await;
    assert_eq!(seen["calls"], counts(3, 0));
    let keys: Vec<_> =
        seen["keys"].as_array().unwrap().iter().map(|key| (&key["api_key"], &key["calls"])).collect();
    assert_eq!(keys, [(&json!(second.api_key), &counts(2, 0)), (&json!(first.api_key), &counts(1, 0))]);

    portal.clock.advance(DAY);
    let user = portal.signed_in(USER).await;
    let seen = usage(&portal, &user).await;
    assert_eq!(seen["keys"].as_array().unwrap().len(), 1, "{seen}");
}

#[tokio::test]
async fn everybody_sees_their_own_keys_only() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let others = portal.granted(OTHER).await;
    pair.get(&portal.nobody(), ZONES).await;
    let nothing = |seen: Value| (seen["calls"].clone(), seen["keys"].as_array().unwrap().len());
    let colleague = portal.signed_in(COLLEAGUE).await;
    assert_eq!(nothing(usage(&portal, &colleague).await), (counts(0, 0), 0));
    let stranger = usage(&portal, &portal.signed_in(OTHER).await).await;
    assert_eq!(stranger["keys"][0]["api_key"], others.api_key.as_str());
    assert!(!stranger.to_string().contains(&pair.api_key), "{stranger}");
    assert_eq!(nothing(stranger), (counts(0, 0), 1));
    assert_eq!(portal.signed_in(ADMIN).await.get(USAGE).await.refused(403), ProblemKind::Forbidden);
    assert_eq!(portal.nobody().get(USAGE).await.refused(401), ProblemKind::NotSignedIn);
}
