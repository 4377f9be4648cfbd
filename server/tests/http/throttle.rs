use latchkey_contract::ProblemKind;
use latchkey_server::clock::{HOUR, SECOND};
use serde_json::{Value, json};

use crate::harness::{COLLEAGUE, Caller, Options, PASSWORD, Reply, TestPortal, USER};

const SESSION: &str = "/api/v1/session";

async fn portal() -> TestPortal {
    TestPortal::with(Options { sign_in_failures: 3, ..Options::default() }).await
}

async fn sign_in(caller: &Caller, email: &str, password: &str) -> Reply {
    caller.post(SESSION, json!({"email": email, "password": password})).await
}

#[tokio::test]
async fn wrong_passwords_make_a_client_wait_longer_and_longer() {
    let portal = portal().await;
    let caller = portal.nobody();
    for _ in 0..3 {
        assert_eq!(sign_in(&caller, USER, "wrong").await.status, 401);
    }
    let mut waits = Vec::new();
    for _ in 0..4 {
        let held = sign_in(&caller, USER, PASSWORD).await;
        assert_eq!(held.refused(429), ProblemKind::TooManyAttempts);
        let wait = held.problem().retry_after.unwrap();
        waits.push(wait);
        portal.clock.advance(i64::from(wait) * SECOND);
        assert_eq!(sign_in(&caller, USER, "wrong").await.status, 401);
    }
    assert_eq!(waits, [1, 2, 4, 8]);
    portal.clock.advance(HOUR);
    assert_eq!(sign_in(&caller, USER, PASSWORD).await.status, 200);
}

#[tokio::test]
async fn the_account_is_never_locked() {
    let portal = portal().await;
    let attacker = portal.nobody().at("198.51.100.7");
    for _ in 0..20 {
        sign_in(&attacker, USER, "wrong").await;
    }
    assert_eq!(sign_in(&attacker, USER, PASSWORD).await.status, 429);
    assert_eq!(sign_in(&portal.nobody(), USER, PASSWORD).await.status, 200);
}

#[tokio::test]
async fn unknown_accounts_are_held_back_alike() {
    let portal = portal().await;
    let caller = portal.nobody();
    for email in [USER, "nobody@demo.example"] {
        let mut seen = Vec::new();
        for _ in 0..4 {
            seen.push(sign_in(&caller, email, "wrong").await.status);
        }
        assert_eq!(seen, [401, 401, 401, 429], "{email}");
    }
}

#[tokio::test]
async fn a_client_cannot_go_through_accounts_either() {
    let portal = portal().await;
    let caller = portal.nobody();
    let mut seen = Vec::new();
    for number in 0..40 {
        seen.push(sign_in(&caller, &format!("{number}@demo.example"), "wrong").await.status);
    }
    assert_eq!((seen.iter().filter(|status| **status == 401).count(), seen[39]), (30, 429));
    assert_eq!(
        sign_in(&caller, USER, PASSWORD).await.status,
        429,
        "whoever shares the address waits a little"
    );
}

#[tokio::test]
async fn right_passwords_are_not_counted() {
    let portal = portal().await;
    for _ in 0..40 {
        assert_eq!(sign_in(&portal.nobody(), USER, PASSWORD).await.status, 200);
    }
}

#[tokio::test]
async fn every_place_that_takes_a_password_counts() {
    let profile = async |caller: &Caller| {
        let mut change = caller.get("/api/v1/profile").await.json();
        change["fields"]["primary_email"] = json!("new@demo.example");
        change["current_password"] = json!("wrong");
        change
    };
    let places: [(&str, &str, Option<Value>); 3] = [
        ("POST", "/api/v1/session/step-up", Some(json!({"password": "wrong"}))),
        (
            "PUT",
            "/api/v1/profile/password",
            Some(json!({"old_password": "wrong", "new_password": "long enough, yes"})),
        ),
        ("PUT", "/api/v1/profile", None),
    ];
    for (method, path, body) in places {
        let portal = portal().await;
        let caller = portal.signed_in(COLLEAGUE).await;
        let body = match body {
            Some(body) => body,
            None => profile(&caller).await,
        };
        let mut seen = Vec::new();
        for _ in 0..4 {
            seen.push(caller.call(method, path).json(&body).send().await.status);
        }
        assert_eq!(seen[3], 429, "{path}: {seen:?}");
        assert_eq!(
            sign_in(&portal.nobody(), COLLEAGUE, PASSWORD).await.status,
            429,
            "{path} and sign-in share a count"
        );
    }
}
