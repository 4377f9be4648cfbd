//! What is kept of the calls that scripts make.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use latchkey_server::clock::SECOND;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, FromRow, SqliteConnection};
use uuid::Uuid;

use crate::harness::{ADMIN, Caller, KeyPair, OTHER, TestClock, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";
const INSTANCES: &str = "/restapi/instance/instanceList";

#[derive(Debug, FromRow)]
struct Row {
    credential_id: Uuid,
    at: i64,
    method: String,
    route: String,
    status: u16,
    duration_ms: i64,
    address: String,
}

impl Row {
    fn line(&self) -> String {
        format!("{} {} {} {}", self.method, self.route, self.status, self.address)
    }
}

async fn rows(portal: &TestPortal) -> Vec<Row> {
    portal.write_calls().await;
    let file = portal.dir.path().join("latchkey.db");
    let mut hand: SqliteConnection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    sqlx::query_as("SELECT * FROM api_call ORDER BY id").fetch_all(&mut hand).await.unwrap()
}

async fn lines(portal: &TestPortal) -> Vec<String> {
    rows(portal).await.iter().map(Row::line).collect()
}

#[tokio::test]
async fn a_call_is_recorded_with_its_circumstances() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    portal.clock.advance(42);
    let target = format!("{ZONES}?uuid={}", Uuid::nil());
    assert_eq!(pair.get(&portal.nobody().at("198.51.100.7"), &target).await.status, 200);
    let rows = rows(&portal).await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].line(), "GET /restapi/zone/zonelist 200 198.51.100.7");
    assert_eq!((rows[0].credential_id.to_string(), rows[0].at), (pair.id, TestClock::START + 42));
    assert!((0..10_000).contains(&rows[0].duration_ms));
}

#[tokio::test]
async fn refusals_are_recorded_once_the_pair_was_right() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    pair.get(&caller, "/restapi/zone/zonelist?uuid=1").await.refused(400);
    disable(&portal).await;
    pair.get(&caller, INSTANCES).await.refused(403);
    assert_eq!(
        lines(&portal).await,
        ["GET /restapi/zone/zonelist 400 192.0.2.1", "GET /restapi/instance/instanceList 403 192.0.2.1"]
    );
}

#[tokio::test]
async fn what_proves_no_key_is_not_recorded() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let others = portal.granted(OTHER).await;
    let user = portal.signed_in(USER).await;
    let crossed = KeyPair { secret_key: others.secret_key, ..pair.clone() };
    crossed.get(&user, ZONES).await.refused(401);
    user.get(ZONES).await.refused(401);
    pair.get(&user, "/restapi/unknown").await.refused(404);
    pair.get(&user, "/healthz").await;
    assert!(rows(&portal).await.is_empty());
}

#[tokio::test]
async fn no_url_header_or_body_is_kept() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let call = portal.nobody().call("GET", &format!("{INSTANCES}?vmUuid=&canary=canary"));
    let call = call.header("apikey", &pair.api_key).header("secretkey", &pair.secret_key);
    let call = call.header("user-agent", "canary").header("x-forwarded-for", "canary").body("canary");
    assert_eq!(call.send().await.status, 200);
    assert_eq!(lines(&portal).await, ["GET /restapi/instance/instanceList 200 192.0.2.1"]);
    assert!(!portal.copied_bytes().await.windows(6).any(|window| window == b"canary"));
}

#[tokio::test]
async fn whoever_hangs_up_is_recorded_too() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    // One of these lets go of the call after the proof and before the answer.
    for polls in (1..50).cycle().take(1_000) {
        give_up_after(polls, pair.get(&caller, ZONES)).await;
        if lines(&portal).await.iter().any(|line| line == "GET /restapi/zone/zonelist 499 192.0.2.1") {
            return;
        }
    }
    panic!("no call was let go of between the proof and the answer");
}

/// Goes on with `call` as often as it asks for it, but `polls` times at most, and drops it then.
async fn give_up_after(polls: usize, call: impl Future) {
    let mut call = pin!(call);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        call.as_mut().poll(context).map(drop)
    })
    .await;
}

#[tokio::test]
async fn the_owner_sees_the_last_use_of_a_key() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let last_used = async || {
        portal.write_calls().await;
        user.get("/api/v1/api-access").await.json()["credentials"][0]["last_used"].clone()
    };
    assert_eq!(last_used().await, Value::Null);
    pair.get(&portal.nobody().at("198.51.100.7"), ZONES).await;
    portal.clock.advance(SECOND);
    pair.get(&portal.nobody().at("[2001:db8::1]"), &format!("{INSTANCES}?vmUuid=canary")).await.refused(400);
    let newest = json!({"at": "2026-03-01T09:30:01.000Z", "address": "2001:db8::1", "route": format!("GET {INSTANCES}")});
    assert_eq!(last_used().await, newest);
}

pub(crate) async fn disable(portal: &TestPortal) {
    let admin: Caller = portal.signed_in(ADMIN).await;
    let users = admin.get("/api/v1/admin/users").await.json();
    let id = portal.id_of(USER).await.to_string();
    let user = users["items"].as_array().unwrap().iter().find(|user| user["user_id"] == id.as_str()).unwrap();
    let body = json!({"version": user["version"], "reason": "misuse"});
    let disabled = admin.post(&format!("/api/v1/admin/users/{id}/api-access/disable"), body).await;
    assert_eq!(disabled.status, 200, "{}", disabled.text());
}
