use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use crate::harness::{KeyPair, OTHER, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";
/// The lists, and the keys that their items may hold with their types: s text, b bool, n number (contract, section 3).
const LISTS: [(&str, &str, &str); 4] = [
    (ZONES, "listZoneResponse", "uuid s, name s, isActive b"),
    (
        "/restapi/instance/instanceList",
        "listInstanceResponse",
        "uuid s, name s, displayName s, description s, diskSize n, instanceOwnerName s, networkName s, templateName s, \
         cpuCore s, memory s, volumeSize s, state s, status s, instancePrivateIp s, networkUuid s, storageOfferingUuid s, \
         computeOfferingUuid s, templateUuid s, zoneUuid s, sshUuid s, isActive b, rootDiskSize s",
    ),
    (
        "/restapi/volume/volumeList",
        "listVolumeResponse",
        "uuid s, name s, volumeType s, storageOfferingName s, vmInstanceName s, storageDiskSize s, domainName s, \
         storageOfferingUuid s, zoneUuid s, status s, isActive b, isShrink s, createdTimeStamp n, jobId s",
    ),
    (
        "/restapi/network/networkList",
        "listNetworkResponse",
        "uuid s, name s, isActive b, domainName s, cIDR s, gateway s, networkType s, networkOfferingUuid s, zoneUuid s, \
         networkDomain s, status s, cleanUpNetwork b, networkAclList s",
    ),
];

fn type_of(value: &Value) -> &str {
    match value {
        Value::String(_) => "s",
        Value::Bool(_) => "b",
        Value::Number(_) => "n",
        _ => "?",
    }
}

#[tokio::test]
async fn lists_hold_the_agreed_keys_and_types_only() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    for (path, key, allowed) in LISTS {
        let reply = pair.get(&portal.nobody(), path).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let list = reply.json();
        let items = list[key].as_array().unwrap();
        assert!(!items.is_empty());
        assert_eq!(list, json!({"count": items.len(), key: items}), "nothing else at the top");
        let allowed: Vec<&str> = allowed.split(", ").map(str::trim).collect();
        for (name, value) in items.iter().flat_map(|item| item.as_object().unwrap()) {
            let typed = format!("{name} {}", type_of(value));
            assert!(allowed.contains(&typed.as_str()), "{path}: {typed}");
        }
    }
}

#[tokio::test]
async fn lists_are_narrowed() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let nobody = portal.nobody();
    for (path, key, _) in LISTS {
        let all = pair.get(&nobody, path).await.json()[key].as_array().unwrap().clone();
        let id = all[0]["uuid"].as_str().unwrap();
        let by_id = if path.contains("instance") { "vmUuid" } else { "uuid" };
        let one = pair.get(&nobody, &format!("{path}?{by_id}={id}&zoneUuid=")).await.json();
        assert_eq!((&one["count"], &one[key][0]), (&json!(1), &all[0]));
        let none = pair.get(&nobody, &format!("{path}?{by_id}={}", uuid::Uuid::now_v7())).await;
        assert_eq!((none.status, none.json()), (200, json!({"count": 0, key: []})));
        let unreadable = pair.get(&nobody, &format!("{path}?{by_id}=first")).await;
        assert_eq!(unreadable.refused(400), ProblemKind::MalformedRequest);
        if path != ZONES {
            let zone = all[0]["zoneUuid"].as_str().unwrap();
            let zoned = pair.get(&nobody, &format!("{path}?zoneUuid={zone}")).await.json()[key].clone();
            let expected: Vec<_> = all.iter().filter(|item| item["zoneUuid"] == zone).cloned().collect();
            assert_eq!(zoned, Value::Array(expected));
        }
    }
}

#[tokio::test]
async fn a_company_sees_its_own_resources_only() {
    let portal = TestPortal::start().await;
    let mine = portal.granted(USER).await;
    let theirs = portal.granted(OTHER).await;
    for (path, key, _) in &LISTS[1..] {
        let ids = async |pair: &KeyPair| -> Vec<String> {
            let list = pair.get(&portal.nobody(), path).await.json();
            list[*key].as_array().unwrap().iter().map(|item| item["uuid"].to_string()).collect()
        };
        let (mine, theirs) = (ids(&mine).await, ids(&theirs).await);
        assert!(!theirs.is_empty() && theirs.iter().all(|id| !mine.contains(id)), "{path}");
    }
    let foreign =
        theirs.get(&portal.nobody(), LISTS[1].0).await.json()["listInstanceResponse"][0]["uuid"].clone();
    let path = format!("{}?vmUuid={}", LISTS[1].0, foreign.as_str().unwrap());
    assert_eq!(mine.get(&portal.nobody(), &path).await.json()["count"], 0);
}

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
