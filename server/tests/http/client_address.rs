use latchkey_server::settings::Site;
use serde_json::json;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use crate::harness::{ORIGIN, Options, PASSWORD, TestPortal, USER};

async fn portal(trusted: &[&str]) -> TestPortal {
    let trusted_proxies = trusted.iter().map(|network| network.parse().unwrap()).collect();
    let site = Site { origins: vec![ORIGIN.to_owned()], secure: false, trusted_proxies };
    TestPortal::with(Options { site, sign_in_failures: 2, ..Options::default() }).await
}

async fn statuses(trusted: &[&str], forwarded: fn(u32) -> String) -> Vec<u16> {
    let portal = portal(trusted).await;
    let mut seen = Vec::new();
    for number in 0..3 {
        let call =
            portal.nobody().call("POST", "/api/v1/session").header("x-forwarded-for", &forwarded(number));
        seen.push(call.json(&json!({"email": USER, "password": "wrong"})).send().await.status);
    }
    let right = portal.nobody().at("203.0.113.9");
    let right = right.post("/api/v1/session", json!({"email": USER, "password": PASSWORD})).await;
    assert_eq!(right.status, 200);
    seen
}

#[tokio::test]
async fn a_forged_header_does_not_make_a_new_client() {
    assert_eq!(statuses(&[], |number| format!("10.0.0.{number}")).await, [401, 401, 429]);
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_rightmost_address_is_the_client() {
    let trusted = ["192.0.2.1/32"];
    assert_eq!(statuses(&trusted, |number| format!("10.0.0.{number}")).await, [401, 401, 401]);
    assert_eq!(statuses(&trusted, |number| format!("10.0.0.{number}, 198.51.100.7")).await, [401, 401, 429]);
}

/// The address in the newest entry of the audit log, which is that of a sign-in.
async fn recorded(trusted: &[&str], forwarded: &str) -> (String, String) {
    let portal = portal(trusted).await;
    let call = portal.nobody().call("POST", "/api/v1/session").header("x-forwarded-for", forwarded);
    assert_eq!(call.json(&json!({"email": USER, "password": PASSWORD})).send().await.status, 200);
    let file = portal.dir.path().join("latchkey.db");
    let mut hand = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let newest = "SELECT act, address FROM audit_entry ORDER BY seq DESC LIMIT 1";
    sqlx::query_as(newest).fetch_one(&mut hand).await.unwrap()
}

#[tokio::test]
async fn the_audit_log_keeps_the_address() {
    let signed_in_at = |address: &str| ("signed_in".to_owned(), address.to_owned());
    let forwarded = "203.0.113.66, 198.51.100.7";
    assert_eq!(recorded(&[], forwarded).await, signed_in_at("192.0.2.1"));
    assert_eq!(recorded(&["192.0.2.1/32"], forwarded).await, signed_in_at("198.51.100.7"));
}
