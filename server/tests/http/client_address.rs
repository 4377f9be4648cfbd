use latchkey_server::settings::Site;
use serde_json::json;

use crate::harness::{ORIGIN, Options, PASSWORD, TestPortal, USER};

async fn statuses(trusted: &[&str], forwarded: fn(u32) -> String) -> Vec<u16> {
    let trusted_proxies = trusted.iter().map(|network| network.parse().unwrap()).collect();
    let site = Site { origins: vec![ORIGIN.to_owned()], secure: false, trusted_proxies };
    let portal = TestPortal::with(Options { site, sign_in_failures: 2, ..Options::default() }).await;
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

#[tokio::test]
async fn the_audit_log_keeps_the_address() {
    let portal = TestPortal::start().await;
    portal.signed_in(USER).await;
    assert_eq!(portal.portal.store.first_broken_audit_entry().await.unwrap(), None);
}
