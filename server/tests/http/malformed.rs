//! Input that nobody should send, on every operation of the document.

use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use crate::harness::{ADMIN, Call, Caller, KeyPair, TestPortal, USER};
use crate::openapi::operations;

/// A caller who passes the walls of this operation.
async fn caller(portal: &TestPortal, operation: &str) -> Caller {
    portal.signed_in(if operation.contains("/admin/") { ADMIN } else { USER }).await
}

/// A call by somebody who passes the walls of this operation: with the pair's keys where they count.
fn call(caller: &Caller, pair: &KeyPair, method: &str, path: &str) -> Call {
    if path.starts_with("/restapi/") { pair.call(caller, method, path) } else { caller.call(method, path) }
}

fn parts(operation: &str) -> (&str, String) {
    let (method, path) = operation.split_once(' ').unwrap();
    (method, path.replace("{id}", &uuid::Uuid::now_v7().to_string()))
}

#[tokio::test]
async fn bodies_of_the_wrong_kind_are_refused() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let with_body: Vec<_> =
        operations().into_iter().filter(|(_, it)| it["requestBody"].is_object()).collect();
    assert_eq!(with_body.len(), 21);
    for (operation, _) in with_body {
        let caller = caller(&portal, &operation).await;
        let (method, path) = parts(&operation);
        let deep = "[".repeat(10_000);
        for body in
            ["", "{", "null", "[]", "42", "\"text\"", "\u{0}", "{\"unknown\":1}", "{\"version\":-1}", &deep]
        {
            let call = call(&caller, &pair, method, &path);
            let call = call.header("content-type", "application/json").body(body);
            let reply = call.send().await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{operation} {body:.20}");
        }
        let most = if path.starts_with("/restapi/") { 1024 } else { 64 };
        let large = format!("{{\"reason\":\"{}\"}}", "x".repeat(most * 1024));
        let large =
            call(&caller, &pair, method, &path).header("content-type", "application/json").body(large);
        assert_eq!(large.send().await.refused(413), ProblemKind::BodyTooLarge, "{operation}");
        let text = call(&caller, &pair, method, &path).header("content-type", "text/plain").body("{}");
        assert_eq!(text.send().await.refused(415), ProblemKind::UnsupportedMediaType, "{operation}");
    }
}

#[tokio::test]
async fn members_of_the_wrong_type_are_refused_and_not_quoted() {
    let portal = TestPortal::start().await;
    for (operation, body) in [
        ("POST /api/v1/session", json!({"email": 1, "password": "quoted-secret"})),
        ("POST /api/v1/session", json!({"email": "a@b.example", "password": ["quoted-secret"]})),
        ("POST /api/v1/session/step-up", json!({"password": "x", "quoted-secret": 1})),
        ("POST /api/v1/credentials/{id}/secret/reveal", json!({"purpose": "quoted-secret"})),
        ("PUT /api/v1/profile", json!({"version": "quoted-secret", "fields": {}})),
        ("POST /api/v1/admin/api-requests/{id}/deny", json!({"version": 1.5, "reason": "quoted-secret"})),
        ("POST /api/v1/admin/users/{id}/api-access/enable", json!({"version": 4_294_967_296_u64})),
    ] {
        let caller = caller(&portal, operation).await;
        let (method, path) = parts(operation);
        let reply = caller.call(method, &path).json(&body).send().await;
        assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{operation}");
        assert!(!reply.text().contains("quoted-secret"), "{}", reply.text());
        assert!(reply.problem().detail.contains("line 1, column "), "{}", reply.text());
    }
}

#[tokio::test]
async fn ids_that_are_none_name_nothing() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for (operation, it) in operations() {
        let (method, path) = operation.split_once(' ').unwrap();
        if !path.contains("{id}") {
            continue;
        }
        let caller = caller(&portal, &operation).await;
        for id in
            ["1", "null", "%00", "%ff", "00000000-0000-0000-0000-00000000000g", "..%2f..", &"9".repeat(5000)]
        {
            let call = call(&caller, &pair, method, &path.replace("{id}", id));
            let reply =
                if it["requestBody"].is_object() { call.json(&example(&it)) } else { call }.send().await;
            assert_eq!(reply.refused(404), ProblemKind::NotFound, "{operation} {id:.20}");
        }
    }
}

fn example(operation: &Value) -> Value {
    operation["requestBody"]["content"]["application/json"]["example"].clone()
}

#[tokio::test]
async fn odd_queries_are_never_the_servers_fault() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for (operation, it) in operations() {
        let (method, path) = parts(&operation);
        if method != "GET" || path.ends_with("/events") {
            continue;
        }
        let caller = caller(&portal, &operation).await;
        let names = it["parameters"].as_array().into_iter().flatten().filter(|it| it["in"] == "query");
        for name in names.map(|it| it["name"].as_str().unwrap()) {
            for value in ["", "%00", "%ff%fe", "'%20OR%201=1--", "%25", "%5f", "💥", &"x".repeat(3000)] {
                let target = format!("{path}?{name}={}", value.replace('💥', "%F0%9F%92%A5"));
                let reply = match path.starts_with("/restapi/") {
                    true => pair.get(&caller, &target).await,
                    false => caller.get(&target).await,
                };
                assert!(matches!(reply.status, 200 | 400), "{target:.60}: {}", reply.text());
            }
        }
    }
}

#[tokio::test]
async fn odd_text_in_fields_is_refused_or_kept_as_it_is() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut change = user.get("/api/v1/profile").await.json();
    for (city, status) in [("\u{0}", 422), ("a\u{7}b", 422), ("Żółć 😀 Ελλάδα", 200), ("<script>", 200)]
    {
        change["fields"]["city"] = json!(city);
        let reply = user.put("/api/v1/profile", change.clone()).await;
        assert_eq!(reply.status, status, "{}", reply.text());
        if status == 200 {
            change = reply.json();
            assert_eq!(change["fields"]["city"], city);
        }
    }
}
