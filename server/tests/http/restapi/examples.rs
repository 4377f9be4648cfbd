//! The examples of the document are requests that work on the demo data, and what the server really answers to them.

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

#[tokio::test]
async fn errors_are_like_their_examples() {
    let script = Script::start().await;
    let operation = operations()
        .into_iter()
        .find(|(name, _)| name == "GET /restapi/instance/startInstance")
        .map(|(_, it)| it)
        .unwrap();
    for (status, id) in [("404", super::demo_id(1)), ("409", super::demo_id(1201)), ("400", String::new())] {
        let reference = operation["responses"][status]["$ref"].as_str().unwrap();
        let document: Value = serde_json::from_str(&latchkey_server::http::openapi_json().unwrap()).unwrap();
        let documented = document.pointer(reference.trim_start_matches('#')).unwrap();
        let example = &documented["content"]["application/problem+json"]["example"];
        let reply = script.call("GET", &format!("instance/startInstance?uuid={id}"), None).await;
        assert!(alike(example, &reply.json()), "{status}: {example} is not like {}", reply.text());
        assert_eq!((&example["type"], &example["code"]), (&reply.json()["type"], &reply.json()["code"]));
    }
}
