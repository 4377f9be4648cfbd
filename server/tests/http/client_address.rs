use latchkey_contract::ProblemKind;
use latchkey_server::settings::{Site, parse_trusted_proxy};
use serde_json::json;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use crate::harness::{ORIGIN, Options, PASSWORD, TestPortal, USER};

async fn portal(trusted: &[&str]) -> TestPortal {
    let trusted_proxies = trusted.iter().map(|network| parse_trusted_proxy(network).unwrap()).collect();
    let site = Site {
        origins: vec![ORIGIN.to_owned()],
        secure: false,
        hsts_include_subdomains: false,
        trusted_proxies,
    };
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

#[tokio::test]
async fn an_ipv4_mapped_network_trusts_the_ipv4_proxy() {
    let trusted = ["::ffff:192.0.2.1/128"];
    assert_eq!(recorded(&trusted, "198.51.100.7").await.1, "198.51.100.7");
}

#[tokio::test]
async fn refuses_a_client_whose_address_the_proxy_does_not_tell() {
    let portal = portal(&["192.0.2.1/32"]).await;
    let password = json!({"email": USER, "password": PASSWORD});
    for (method, path) in
        [("POST", "/api/v1/session"), ("GET", "/api/v1/profile"), ("GET", "/restapi/zone/zonelist")]
    {
        let call = portal.nobody().call(method, path).header("x-forwarded-for", "198.51.100.7, unknown");
        let call = if method == "POST" { call.json(&password) } else { call };
        let refused = call.send().await;
        assert_eq!(refused.refused(400), ProblemKind::MalformedRequest, "{path}");
        assert!(refused.json()["detail"].as_str().unwrap().contains("X-Forwarded-For"), "{path}");
    }
    let health = portal.nobody().call("GET", "/healthz").header("x-forwarded-for", "unknown");
    assert_eq!(health.send().await.status, 200, "what needs no address is answered");
}
