//! The examples of the document are requests that work on the demo data, and what the server really answers to them.

use std::num::NonZeroU32;

use serde_json::Value;

use super::demo_id;
use super::requests::Request;
use super::script::Script;
use crate::harness::{COLLEAGUE, Options, Reply, TestPortal, USER};
use crate::openapi::operations;

/// Whether both have the same members of the same types. An item of a list must be like one of the items in `real`.
fn alike(example: &Value, real: &Value) -> bool {
    match (example, real) {
        (Value::Object(example), Value::Object(real)) => {
            example.keys().eq(real.keys()) && example.iter().all(|(name, value)| alike(value, &real[name]))
        }
        (Value::Array(example), Value::Array(real)) => {
            example.iter().all(|item| real.iter().any(|other| alike(item, other)))
        }
        (example, real) => std::mem::discriminant(example) == std::mem::discriminant(real),
    }
}

fn example(content: &Value) -> Value {
    content["content"]["application/json"]["example"].clone()
}

/// The path of an operation without `/restapi/`, with the examples of its parameters in it.
fn target(path: &str, operation: &Value) -> String {
    let mut target = path.trim_start_matches("/restapi/").to_owned();
    let mut query = Vec::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        let value = match &parameter["example"] {
            Value::Null => {
                assert_ne!(parameter["required"], true, "{path}: {name} has no example");
                continue;
            }
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        if parameter["in"] == "path" {
            target = target.replace(&format!("{{{name}}}"), &value);
        } else {
            query.push(format!("{name}={value}"));
        }
    }
    format!("{target}?{}", query.join("&"))
}

#[test]
fn likeness_is_in_names_and_types() {
    let like = |one: &str, two: &str| {
        alike(&serde_json::from_str(one).unwrap(), &serde_json::from_str(two).unwrap())
    };
    assert!(like(r#"{"a": 1, "b": [{"c": "x"}]}"#, r#"{"b": [{"d": 1}, {"c": ""}], "a": 2}"#));
    assert!(!like(r#"{"a": 1}"#, r#"{"a": "1"}"#));
    assert!(!like(r#"{"a": 1}"#, r#"{"a": 1, "b": 2}"#));
    assert!(!like(r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"c": 1}]}"#));
}

#[tokio::test]
async fn every_example_works_and_is_answered_as_it_says() {
    let mut tried = 0;
    for (operation, it) in operations() {
        let (method, path) = operation.split_once(' ').unwrap();
        if !path.starts_with("/restapi/") {
            continue;
        }
        let script = Script::start().await;
        let body = example(&it["requestBody"]);
        let body = (!body.is_null()).then_some(&body);
        let reply = script.call(method, &target(path, &it), body).await;
        assert_eq!(reply.status, 200, "{operation}: {}", reply.text());
        let told = example(&it["responses"]["200"]);
        assert!(alike(&told, &reply.json()), "{operation}: {told} is not like {}", reply.text());
        tried += 1;
    }
    assert_eq!(tried, Request::all().len());
}

#[test]
fn every_parameter_that_works_is_documented() {
    for (operation, it) in operations() {
        if operation.contains(" /restapi/") {
            let parameters = it["parameters"].as_array().cloned().unwrap_or_default();
            for (name, _) in Request::of(&operation).query {
                assert!(parameters.iter().any(|parameter| parameter["name"] == name), "{operation} {name}");
            }
        }
    }
}

/// The example of an answer with an error, which several operations share.
fn error_example(operation: &str, status: u16) -> Value {
    let (_, operation) = operations().into_iter().find(|(name, _)| name == operation).unwrap();
    let reference = operation["responses"][status.to_string()]["$ref"].as_str().unwrap();
    let document: Value = serde_json::from_str(&latchkey_server::http::openapi_json().unwrap()).unwrap();
    let documented = document.pointer(reference.trim_start_matches('#')).unwrap();
    documented["content"]["application/problem+json"]["example"].clone()
}

#[track_caller]
fn is_like_its_example(operation: &str, status: u16, reply: &Reply) {
    let (example, told) = (error_example(operation, status), reply.json());
    assert_eq!(reply.status, status, "{operation}: {told}");
    assert!(alike(&example, &told), "{status}: {example} is not like {told}");
    assert_eq!((&example["type"], &example["code"]), (&told["type"], &told["code"]));
}

#[tokio::test]
async fn errors_are_like_their_examples() {
    let options = Options { restapi_calls: NonZeroU32::new(20).unwrap(), ..Options::default() };
    let portal = TestPortal::with(options).await;
    let (pair, nobody) = (portal.granted(USER).await, portal.nobody());
    for (status, id) in [(400, String::new()), (404, demo_id(1)), (409, demo_id(1201))] {
        let reply = pair.get(&nobody, &format!("/restapi/instance/startInstance?uuid={id}")).await;
        is_like_its_example("GET /restapi/instance/startInstance", status, &reply);
    }
    let large = "x".repeat(1024 * 1024 + 1);
    for (status, content_type, body) in
        [(400, "application/json", "{}"), (413, "application/json", &large), (415, "text/plain", "{}")]
    {
        let call = pair.call(&nobody, "POST", "/restapi/volume/createVolume");
        let reply = call.header("content-type", content_type).body(body).send().await;
        is_like_its_example("POST /restapi/volume/createVolume", status, &reply);
    }
    let zones = "GET /restapi/zone/zonelist";
    is_like_its_example(zones, 401, &nobody.get("/restapi/zone/zonelist").await);
    for _ in 0..20 {
        pair.get(&nobody, "/restapi/zone/zonelist").await;
    }
    is_like_its_example(zones, 429, &pair.get(&nobody, "/restapi/zone/zonelist").await);
    let suspended = portal.suspended(COLLEAGUE).await;
    is_like_its_example(zones, 403, &suspended.get(&nobody, "/restapi/zone/zonelist").await);
}
