use latchkey_contract::ProblemKind;
use serde_json::json;

use super::demo_id;
use super::script::Script;
use crate::harness::{KeyPair, OTHER, Options, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";

#[tokio::test]
async fn whatever_is_wrong_with_a_pair_is_one_sentence() {
    let portal = TestPortal::start().await;
    let mine = portal.granted(USER).await;
    let theirs = portal.granted(OTHER).await;
    let mut flipped = mine.secret_key.clone();
    let last = if flipped.pop() == Some('0') { '1' } else { '0' };
    flipped.push(last);
    let pairs = [
        (Some(mine.api_key.as_str()), None),
        (None, Some(mine.secret_key.as_str())),
        (None, None),
        (Some(""), Some("")),
        (Some(&mine.api_key), Some(&theirs.secret_key)),
        (Some(&theirs.api_key), Some(&mine.secret_key)),
        (Some(&mine.api_key), Some(&flipped)),
        (Some("lkp_000000000000000000000000"), Some(&mine.secret_key)),
        (Some(&mine.secret_key), Some(&mine.api_key)),
    ];
    let mut told = Vec::new();
    for (key, secret) in pairs {
        let mut call = portal.nobody().call("GET", ZONES);
        if let Some(key) = key {
            call = call.header("apikey", key);
        }
        if let Some(secret) = secret {
            call = call.header("secretkey", secret);
        }
        let reply = call.send().await;
        assert_eq!(reply.refused(401), ProblemKind::InvalidApiKey);
        let body = reply.json();
        assert_eq!((&body["code"], &body["message"]), (&json!(401), &body["detail"]));
        told.push(body["message"].clone());
    }
    assert!(told.iter().all(|sentence| *sentence == told[0]));
}

/// The sentence of a refusal with 401.
async fn refusal(portal: &TestPortal, api_key: &str, secret_key: &str) -> String {
    let call = portal.nobody().call("GET", ZONES).header("apikey", api_key);
    let reply = call.header("secretkey", secret_key).send().await;
    assert_eq!(reply.refused(401), ProblemKind::InvalidApiKey);
    reply.problem().detail
}

#[tokio::test]
async fn tells_whoever_presents_a_right_old_pair_when_it_ended() {
    let portal = TestPortal::start().await;
    let first = portal.granted(USER).await;
    let other = portal.granted(OTHER).await;
    let ordinary = refusal(&portal, &first.api_key, &other.secret_key).await;
    let user = portal.signed_in(USER).await;
    let path = format!("/api/v1/credentials/{}", first.id);
    let replaced = user.post(&format!("{path}/secret/replace"), json!({})).await.json();
    let at = replaced["secret_created_at"].as_str().unwrap();
    let told = refusal(&portal, &first.api_key, &first.secret_key).await;
    assert!(told.starts_with(&format!("This secret key was replaced at {at}. ")), "{told}");

    let second = KeyPair::of(&user).await;
    let revoked = user.post(&format!("{path}/revoke"), json!({})).await.json();
    let at = revoked["revoked_at"].as_str().unwrap();
    for secret in [&first.secret_key, &second.secret_key] {
        let told = refusal(&portal, &first.api_key, secret).await;
        assert!(told.starts_with(&format!("This API key was revoked at {at}. ")), "{told}");
    }
    for (api_key, secret) in [
        (&first.api_key, &other.secret_key),
        (&other.api_key, &first.secret_key),
        (&other.api_key, &second.secret_key),
    ] {
        assert_eq!(refusal(&portal, api_key, secret).await, ordinary);
    }
}

#[tokio::test]
async fn a_right_old_pair_counts_as_a_failed_attempt() {
    let restapi_failures = 2.try_into().unwrap();
    let portal = TestPortal::with(Options { restapi_failures, ..Options::default() }).await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    user.post(&format!("/api/v1/credentials/{}/revoke", pair.id), json!({})).await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(pair.get(&portal.nobody(), ZONES).await.status);
    }
    assert_eq!(seen, [401, 401, 429]);
}

#[tokio::test]
async fn hints_at_stray_characters_without_quoting_them() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let KeyPair { api_key, secret_key, .. } = &pair;
    let ordinary = refusal(&portal, "lkp_x", "lks_x").await;
    for around in ["\"", "'", "`", " ", "\t", "\u{a0}", "\u{201c}", "\u{feff}"] {
        for stray in [
            (format!("{around}{api_key}"), secret_key.clone(), "The header apikey has quotes"),
            (api_key.clone(), format!("{secret_key}{around}"), "The header secretkey has quotes"),
            (
                api_key.replacen('_', &format!("_{around}"), 1),
                around.repeat(2),
                "The headers apikey and secretkey",
            ),
        ] {
            let (api_key, secret_key, hint) = stray;
            let told = refusal(&portal, &api_key, &secret_key).await;
            assert!(told.starts_with("Invalid API key or secret key. ") && told.contains(hint), "{told}");
            assert!(!told.contains(&pair.api_key[4..]) && !told.contains(&pair.secret_key[4..]), "{told}");
        }
    }
    assert!(!ordinary.contains("quotes"), "{ordinary}");
}

#[tokio::test]
async fn a_header_that_comes_twice_is_refused() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for twice in ["apikey", "secretkey"] {
        let call = portal.nobody().call("GET", ZONES).header("apikey", &pair.api_key);
        let call = call.header("secretkey", &pair.secret_key).header(twice, "other");
        assert_eq!(call.send().await.refused(400), ProblemKind::MalformedRequest);
    }
}

#[tokio::test]
async fn cookies_mean_nothing() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    assert_eq!(user.get(ZONES).await.refused(401), ProblemKind::InvalidApiKey);
    assert_eq!(pair.get(&user, ZONES).await.status, 200);
}

#[tokio::test]
async fn other_methods_and_unknown_routes_get_a_document_too() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let call = portal.nobody().call(method, ZONES).header("apikey", &pair.api_key);
        let reply = call.header("secretkey", &pair.secret_key).send().await;
        assert_eq!(reply.refused(405), ProblemKind::MethodNotAllowed, "{method}");
        assert_eq!(reply.header("allow"), Some("GET,HEAD"));
        assert_eq!(reply.json()["code"], 405);
    }
    for path in ["/restapi", "/restapi/", "/restapi/zone/zoneList", "/restapi/zone/zonelist/"] {
        let reply = pair.get(&portal.nobody(), path).await;
        assert_eq!(
            (reply.refused(404), reply.json()["code"].clone()),
            (ProblemKind::NotFound, json!(404)),
            "{path}"
        );
    }
    let head = portal.nobody().call("HEAD", ZONES).header("apikey", &pair.api_key);
    assert_eq!(head.header("secretkey", &pair.secret_key).send().await.status, 200);
}

#[tokio::test]
async fn doubled_slashes_are_one() {
    let script = Script::start().await;
    let zones = script.get("zone/zonelist").await;
    for path in ["/zone/zonelist", "zone//zonelist", "//zone///zonelist"] {
        assert_eq!(script.get(path).await, zones, "{path}");
    }
    let network = script.get(&format!("/network//networkList?uuid={}&zoneUuid=", demo_id(14))).await;
    assert_eq!(network["count"], 1);
    script.delete(&format!("network/deleteNetwork//{}", demo_id(14))).await;
    let unknown = script.call("GET", "/zone//zonelist/", None).await;
    assert_eq!((unknown.refused(404), unknown.json()["code"].clone()), (ProblemKind::NotFound, json!(404)));
    let nobody = script.portal.nobody();
    assert_eq!(nobody.get("/restapi//zone/zonelist").await.refused(401), ProblemKind::InvalidApiKey);
    assert_eq!(nobody.get("/api//v1/session").await.refused(404), ProblemKind::NotFound);
}
