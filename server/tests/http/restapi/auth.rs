use latchkey_contract::ProblemKind;
use serde_json::json;

use super::demo_id;
use super::script::Script;
use crate::harness::{OTHER, TestPortal, USER};

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
