//! What every route must do whatever is wrong with the call. That no error has an empty body is checked by every reply.

use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use super::requests::{Request, foreign};
use super::script::Script;
use crate::harness::{OTHER, Reply};
use crate::openapi::operations;

/// A problem document without what differs from call to call.
fn told(reply: &Reply) -> Value {
    let mut document = reply.json();
    document.as_object_mut().unwrap().remove("request_id");
    document
}

#[test]
fn the_table_holds_every_route() {
    let mut table: Vec<_> = Request::all().iter().map(Request::operation).collect();
    let mut document: Vec<_> =
        operations().into_iter().map(|(name, _)| name).filter(|name| name.contains(" /restapi/")).collect();
    table.sort();
    document.sort();
    assert_eq!(table, document);
    assert_eq!(table.len(), 32);
}

#[tokio::test]
async fn it_succeeds_with_200_and_an_object() {
    for request in Request::all() {
        let script = Script::start().await;
        let reply = request.call_with(&script.pair, &script.portal.nobody()).send().await;
        assert_eq!(reply.status, 200, "{request:?}: {}", reply.text());
        assert!(reply.json().is_object(), "{request:?}");
        assert_eq!(reply.header("content-type"), Some("application/json"), "{request:?}");
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{request:?}");
    }
}

#[tokio::test]
async fn other_methods_are_refused() {
    let script = Script::start().await;
    let nobody = script.portal.nobody();
    for request in Request::all() {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            if method == request.method {
                continue;
            }
            let call = request.call_as(method, &nobody).header("apikey", &script.pair.api_key);
            let reply = call.header("secretkey", &script.pair.secret_key).send().await;
            assert_eq!(reply.refused(405), ProblemKind::MethodNotAllowed, "{method} of {request:?}");
            assert_eq!(reply.json()["code"], 405);
            let allowed = match request.method {
                "GET" if !request.acts_by_get() => "GET,HEAD",
                method => method,
            };
            assert_eq!(reply.header("allow"), Some(allowed), "{method} of {request:?}");
        }
    }
}

#[tokio::test]
async fn head_reads_but_never_acts() {
    let script = Script::start().await;
    let nobody = script.portal.nobody();
    let before = everything(&script).await;
    for request in Request::all() {
        let call = request.call_as("HEAD", &nobody).header("apikey", &script.pair.api_key);
        let reply = call.header("secretkey", &script.pair.secret_key).send().await;
        let reads = request.method == "GET" && !request.acts_by_get();
        assert_eq!(reply.status, if reads { 200 } else { 405 }, "{request:?}");
    }
    assert_eq!(everything(&script).await, before);
}

#[tokio::test]
async fn without_keys_nothing_happens_and_a_session_is_no_key() {
    let script = Script::start().await;
    let user = script.portal.signed_in(crate::harness::USER).await;
    let before = everything(&script).await;
    for (number, request) in Request::all().into_iter().enumerate() {
        let caller = user.at(&format!("192.0.2.{number}"));
        for call in [request.call(&caller.with_cookie("")), request.call(&caller)] {
            let reply = call.send().await;
            assert_eq!(reply.refused(401), ProblemKind::InvalidApiKey, "{request:?}");
            assert_eq!(reply.json()["message"], reply.json()["detail"]);
        }
    }
    assert_eq!(everything(&script).await, before);
}

#[tokio::test]
async fn a_key_that_comes_twice_is_refused() {
    let script = Script::start().await;
    for request in Request::all() {
        for (name, value) in [("apikey", &script.pair.api_key), ("secretkey", &script.pair.secret_key)] {
            let call = request.call_with(&script.pair, &script.portal.nobody()).header(name, value);
            assert_eq!(call.send().await.refused(400), ProblemKind::MalformedRequest, "{request:?}");
        }
    }
}

#[tokio::test]
async fn bodies_must_be_json_objects() {
    let script = Script::start().await;
    let nobody = script.portal.nobody();
    for request in Request::all().into_iter().filter(|request| request.body.is_some()) {
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/json-patch+json"]
        {
            let call = request.call_with(&script.pair, &nobody).without("content-type");
            let reply = call.header("content-type", content_type).send().await;
            assert_eq!(reply.refused(415), ProblemKind::UnsupportedMediaType, "{request:?}");
        }
        for garbage in ["", "{", "[]", "[{}]", "null", "7", "\"{}\"", "{}", "{\"name\":{}}", "\u{feff}{}"] {
            let reply = request.call_with(&script.pair, &nobody).body(garbage).send().await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{request:?} {garbage}");
        }
    }
}

#[tokio::test]
async fn every_member_of_a_body_is_checked() {
    let script = Script::start().await;
    for request in Request::all() {
        for (name, value) in request.body.clone().iter().flat_map(|body| body.as_object().unwrap()) {
            let is_optional = matches!(name.as_str(), "diskSize" | "description" | "snapshotMemory");
            let mut wrong = vec![json!({}), json!([]), json!(1.5)];
            if value.is_string() {
                wrong.extend([json!(7), json!("a\u{0}b"), json!("x".repeat(5000))]);
            } else {
                wrong.extend([json!("7"), json!(-1)]);
            }
            if !is_optional {
                wrong.extend([Value::Null, json!(""), json!("  ")]);
            }
            for value in wrong {
                let mut request = request.clone();
                request.body.as_mut().unwrap()[name] = value;
                let reply = request.call_with(&script.pair, &script.portal.nobody()).send().await;
                assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{request:?}");
            }
            if is_optional {
                continue;
            }
            let mut without = request.clone();
            without.body.as_mut().unwrap().as_object_mut().unwrap().remove(name);
            let reply = without.call_with(&script.pair, &script.portal.nobody()).send().await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest);
            let told = reply.json()["message"].as_str().unwrap().to_owned();
            assert!(told.starts_with(&format!("{name} is required")), "{told}");
        }
    }
}

#[tokio::test]
async fn every_parameter_is_checked() {
    let script = Script::start().await;
    for request in Request::all() {
        for place in 0..request.query.len() {
            let mut wrong = request.clone();
            wrong.query[place].1 = "garbage".to_owned();
            let reply = wrong.call_with(&script.pair, &script.portal.nobody()).send().await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{wrong:?}");
            let name = wrong.query[place].0;
            assert!(reply.problem().detail.contains(name), "{}", reply.text());
            if name.ends_with("uid") {
                wrong.query.remove(place);
                let reply = wrong.call_with(&script.pair, &script.portal.nobody()).send().await;
                assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{wrong:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_foreign_and_what_is_unknown_are_the_same() {
    let script = Script::start().await;
    let nobody = script.portal.nobody();
    let theirs = script.portal.granted(OTHER).await;
    let before = everything(&script).await;
    let mut tried = 0;
    for request in Request::all() {
        let of_others = request.with_each_id(foreign);
        let unknown = request.with_each_id(|id| foreign(id).map(|_| uuid::Uuid::now_v7().to_string()));
        for (foreign, unknown) in of_others.iter().zip(&unknown) {
            let one = foreign.call_with(&script.pair, &nobody).send().await;
            let two = unknown.call_with(&script.pair, &nobody).send().await;
            assert_eq!(one.refused(404), ProblemKind::NotFound, "{foreign:?}");
            assert_eq!(told(&one), told(&two), "{foreign:?}");
            tried += 1;
        }
        for nowhere in request.with_each_id(|_| Some(uuid::Uuid::now_v7().to_string())) {
            let reply = nowhere.call_with(&script.pair, &nobody).send().await;
            assert_eq!(reply.refused(404), ProblemKind::NotFound, "{nowhere:?}");
            assert!(reply.problem().detail.contains("/restapi/"), "{}", reply.text());
        }
    }
    assert!(tried >= 20, "{tried}");
    assert_eq!(everything(&script).await, before);
    assert_eq!(theirs.get(&nobody, "/restapi/instance/instanceList").await.json()["count"], 1);
}

#[tokio::test]
async fn an_id_in_a_path_that_is_none_names_nothing() {
    let script = Script::start().await;
    for mut request in Request::all().into_iter().filter(|request| request.id.is_some()) {
        for garbage in ["1", "%00", "..%2f..", "null"] {
            request.id = Some(garbage.to_owned());
            let reply = request.call_with(&script.pair, &script.portal.nobody()).send().await;
            assert_eq!(reply.refused(404), ProblemKind::NotFound, "{request:?}");
        }
    }
}

/// All that the script's company sees.
async fn everything(script: &Script) -> Vec<Value> {
    let mut seen = Vec::new();
    for request in Request::all().into_iter().filter(|request| request.query.is_empty()) {
        if request.method == "GET" {
            seen.push(request.call_with(&script.pair, &script.portal.nobody()).send().await.json());
        }
    }
    assert_eq!(seen.len(), 12);
    seen
}
