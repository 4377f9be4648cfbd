//! What no honest client sends to `/restapi`, on every operation of the document: a clear 4xx, never the server's fault.

use latchkey_contract::ProblemKind;
use serde_json::Value;
use uuid::Uuid;

use crate::harness::{KeyPair, Reply, TestPortal, USER};
use crate::openapi::operations;

const BODY_MAX: usize = 1024 * 1024;

fn restapi() -> Vec<(String, String, Value)> {
    let all = operations().into_iter().filter(|(operation, _)| operation.contains(" /restapi/"));
    all.map(|(operation, it)| {
        let (method, path) = operation.split_once(' ').unwrap();
        (method.to_owned(), path.replace("{id}", &Uuid::now_v7().to_string()), it)
    })
    .collect()
}

async fn scene() -> (TestPortal, KeyPair) {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    (portal, pair)
}

#[track_caller]
fn clear(reply: &Reply, status: u16, kind: ProblemKind) {
    assert_eq!(reply.refused(status), kind);
    assert_eq!(reply.json()["message"], reply.json()["detail"]);
}

#[tokio::test]
async fn bodies_that_are_no_json_object_are_refused() {
    let (portal, pair) = scene().await;
    let caller = portal.nobody();
    let deep_array = "[".repeat(200_000);
    let deep_object = "{\"name\":".repeat(100_000);
    for (method, path, _) in restapi().into_iter().filter(|(_, _, it)| it["requestBody"].is_object()) {
        for body in ["", "{", "null", "[]", "42", "\"text\"", "\u{0}", &deep_array, &deep_object] {
            let call =
                pair.call(&caller, &method, &path).header("content-type", "application/json").body(body);
            clear(&call.send().await, 400, ProblemKind::MalformedRequest);
        }
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/xml", "json", ""]
        {
            let call = pair.call(&caller, &method, &path).header("content-type", content_type).body("{}");
            clear(&call.send().await, 415, ProblemKind::UnsupportedMediaType);
        }
        clear(
            &pair.call(&caller, &method, &path).body("{}").send().await,
            415,
            ProblemKind::UnsupportedMediaType,
        );
        let large = format!("{{\"name\":\"{}\"}}", "x".repeat(BODY_MAX));
        // Without an announced length, as a chunked body comes.
        let call = pair.call(&caller, &method, &path).header("content-type", "application/json").body(large);
        clear(&call.without("content-length").send().await, 413, ProblemKind::BodyTooLarge);
    }
}

#[tokio::test]
async fn bodies_over_one_mebibyte_are_refused_wherever_they_go() {
    let (portal, pair) = scene().await;
    for (method, path, it) in restapi() {
        for length in [BODY_MAX as u64 + 1, u64::MAX] {
            let call =
                pair.call(&portal.nobody(), &method, &path).header("content-length", &length.to_string());
            let reply = call.send().await;
            clear(&reply, 413, ProblemKind::BodyTooLarge);
            assert!(reply.problem().detail.contains("1 MiB"));
        }
        assert!(it["responses"]["413"].is_object(), "{path}");
    }
}

#[tokio::test]
async fn absurd_queries_are_refused() {
    let (portal, pair) = scene().await;
    let pairs = "uuid=&".repeat(1_300);
    for (method, path, _) in restapi() {
        for query in
            ["a".repeat(8 * 1024 + 1), format!("uuid={}", "%".repeat(60_000)), "&".repeat(65_000 - 100)]
        {
            let reply = pair.call(&portal.nobody(), &method, &format!("{path}?{query}")).send().await;
            clear(&reply, 400, ProblemKind::MalformedRequest);
        }
        for query in [pairs.as_str(), "%ff=%00&=&==&%", "uuid[]=1&uuid.a=2", "a?b?c#d"] {
            let reply = pair.call(&portal.nobody(), &method, &format!("{path}?{query}")).send().await;
            assert!(reply.status < 500, "{method} {path}?{query:.40}: {}", reply.text());
        }
    }
}

#[tokio::test]
async fn too_many_headers_are_refused() {
    let (portal, pair) = scene().await;
    for (method, path, _) in restapi() {
        let mut call = pair.call(&portal.nobody(), &method, &path);
        for number in 0..101 {
            call = call.header(&format!("x-header-{number}"), "x");
        }
        clear(&call.send().await, 400, ProblemKind::MalformedRequest);
    }
}

#[tokio::test]
async fn long_and_odd_keys_prove_nothing() {
    let (portal, pair) = scene().await;
    let long = "x".repeat(100_000);
    for (method, path, _) in restapi() {
        for keys in [(long.as_str(), long.as_str()), (&pair.api_key, &long), (" ", "\t"), ("lkp_", "lks_")] {
            let call =
                portal.nobody().call(&method, &path).header("apikey", keys.0).header("secretkey", keys.1);
            let reply = call.send().await;
            assert!(matches!(
                reply.refused(reply.status),
                ProblemKind::InvalidApiKey | ProblemKind::TooManyAttempts
            ));
        }
    }
}
