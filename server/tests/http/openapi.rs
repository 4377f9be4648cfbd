use std::path::PathBuf;

use latchkey_server::http::openapi_json;
use latchkey_server::settings::Site;
use serde_json::{Value, json};

use crate::harness::{Options, TestPortal};

fn document() -> Value {
    serde_json::from_str(&openapi_json().unwrap()).unwrap()
}

/// Every operation as `GET /path` with what the document says of it.
pub(crate) fn operations() -> Vec<(String, Value)> {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| -> Vec<(String, Value)> {
        let item = item.as_object().unwrap().clone();
        item.into_iter().map(|(method, it)| (format!("{} {path}", method.to_uppercase()), it)).collect()
    };
    paths.iter().flat_map(of_path).collect()
}

/// Run with `LATCHKEY_UPDATE=1` to write the committed document anew.
#[test]
fn the_committed_document_is_the_servers_own() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let own = openapi_json().unwrap();
    if std::env::var_os("LATCHKEY_UPDATE").is_some() {
        std::fs::write(&file, &own).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == own, "docs/openapi.json is not up to date; run the tests with LATCHKEY_UPDATE=1");
}

#[tokio::test]
async fn it_is_served_to_everybody() {
    let portal = TestPortal::start().await;
    let served = portal.nobody().get("/api/v1/openapi.json").await;
    assert_eq!((served.status, served.json()), (200, document()));
    assert_eq!(served.header("cache-control"), Some("no-cache"));
    let call = portal.nobody().call("GET", "/api/v1/openapi.json").header("accept-encoding", "gzip");
    let zipped = call.send().await;
    assert_eq!(zipped.header("content-encoding"), Some("gzip"));
    assert!(zipped.body.len() * 5 < served.body.len());
}

#[tokio::test]
async fn names_the_cookie_and_the_address_of_this_installation() {
    let site =
        Site { origins: vec!["https://portal.example".into()], secure: true, ..Options::default().site };
    let portal = TestPortal::with(Options { site, ..Options::default() }).await;
    let served = portal.nobody().get("/api/v1/openapi.json").await.json();
    assert_eq!(served["components"]["securitySchemes"]["session"]["name"], "__Host-latchkey");
    assert_eq!(served["servers"][0]["url"], "https://portal.example");
}

#[test]
fn every_operation_says_what_a_reader_needs() {
    assert_eq!(document()["openapi"], "3.1.0");
    let tags = document()["tags"].as_array().unwrap().clone();
    let mut ids = Vec::new();
    for (operation, it) in operations() {
        assert!(it["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{operation}");
        assert!(it["security"].is_array(), "{operation}");
        let tag = &it["tags"][0];
        assert!(tags.iter().any(|known| known["name"] == *tag), "{operation}: {tag}");
        let statuses: Vec<_> = it["responses"].as_object().unwrap().keys().cloned().collect();
        assert!(statuses.iter().any(|status| status.starts_with('2')), "{operation}");
        assert!(statuses.contains(&"500".to_owned()) && statuses.contains(&"503".to_owned()), "{operation}");
        ids.push(it["operationId"].clone());
    }
    let count = ids.len();
    ids.sort_by_key(Value::to_string);
    ids.dedup();
    assert_eq!(ids.len(), count, "operation ids are unique");
}

#[test]
fn references_lead_somewhere() {
    fn check(value: &Value, document: &Value) {
        if let Some(reference) = value["$ref"].as_str() {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
        match value {
            Value::Object(members) => members.values().for_each(|member| check(member, document)),
            Value::Array(items) => items.iter().for_each(|item| check(item, document)),
            _ => {}
        }
    }
    check(&document(), &document());
}

#[test]
fn scripts_prove_themselves_with_both_keys() {
    for (operation, it) in operations() {
        if operation.contains(" /restapi/") {
            assert_eq!(it["security"], json!([{"apikey": [], "secretkey": []}]), "{operation}");
        }
    }
    let schemes = document()["components"]["securitySchemes"].clone();
    assert_eq!(schemes["session"]["in"], "cookie");
    assert_eq!((&schemes["apikey"]["in"], &schemes["secretkey"]["in"]), (&json!("header"), &json!("header")));
}

/// What is wrong with an example of this schema: members that it lacks, and members that the schema does not know.
fn faults(schema: &Value, example: &Value, document: &Value) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return faults(document.pointer(&reference[1..]).unwrap(), example, document);
    }
    if let Some(items) = example.as_array() {
        return items.iter().flat_map(|item| faults(&schema["items"], item, document)).collect();
    }
    let (Some(members), Some(known)) = (example.as_object(), schema["properties"].as_object()) else {
        return Vec::new();
    };
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let lacking = required.iter().filter_map(Value::as_str).filter(|name| !members.contains_key(*name));
    let mut faults: Vec<_> = lacking.map(|name| format!("{name} is missing")).collect();
    for (name, member) in members {
        match known.get(name) {
            Some(schema) => faults.extend(self::faults(schema, member, document)),
            None => faults.push(format!("{name} is unknown")),
        }
    }
    faults
}

#[test]
fn examples_are_of_their_schemas() {
    let document = document();
    let mut checked = 0;
    for (operation, it) in operations() {
        let responses = it["responses"].as_object().unwrap().values();
        for content in responses.chain([&it["requestBody"]]).map(|it| &it["content"]["application/json"]) {
            if !content["example"].is_null() {
                let faults = faults(&content["schema"], &content["example"], &document);
                assert!(faults.is_empty(), "{operation}: {faults:?}");
                checked += 1;
            }
        }
    }
    assert!(checked > 40, "{checked}");
}
