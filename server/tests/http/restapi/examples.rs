//! The examples of the document are what the server really answers.

use serde_json::Value;

use super::requests::Request;
use super::script::Script;
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
async fn every_answer_is_like_its_example() {
    for (operation, it) in operations() {
        if !operation.contains(" /restapi/") {
            continue;
        }
        let script = Script::start().await;
        let reply = Request::of(&operation).call_with(&script.pair, &script.portal.nobody()).send().await;
        let example = example(&it["responses"]["200"]);
        assert!(alike(&example, &reply.json()), "{operation}: {example} is not like {}", reply.text());
    }
}

#[tokio::test]
async fn every_body_that_works_is_like_its_example() {
    for (operation, it) in operations() {
        let example = example(&it["requestBody"]);
        if !operation.contains(" /restapi/") || example.is_null() {
            continue;
        }
        let body = Request::of(&operation).body.unwrap();
        assert!(alike(&example, &body), "{operation}: {example} is not like {body}");
    }
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
