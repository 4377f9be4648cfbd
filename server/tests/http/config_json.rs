use latchkey_server::http::config_json::ConfigJson;
use serde_json::json;

use crate::harness::{Options, TestPortal};

#[tokio::test]
async fn without_a_file_nothing_is_set() {
    let portal = TestPortal::start().await;
    let reply = portal.nobody().get("/config.json").await;
    assert_eq!((reply.status, reply.json()), (200, json!({})));
    assert_eq!(reply.header("cache-control"), Some("no-cache"));
}

#[tokio::test]
async fn a_change_of_the_file_is_seen_without_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("portal.json");
    let write = |text: &str| std::fs::write(&file, text).unwrap();
    write(r#"{"entries": {"billing": {"link": "https://billing.example/"}}}"#);
    let portal = TestPortal::with(Options { portal_config: Some(file.clone()), ..Options::default() }).await;
    let nobody = portal.nobody();
    let first = nobody.get("/config.json").await;
    assert_eq!(first.json()["entries"]["billing"]["link"], "https://billing.example/");
    let tag = first.header("etag").unwrap();
    assert_eq!(nobody.call("GET", "/config.json").header("if-none-match", tag).send().await.status, 304);

    write(r#"{"entries": {"billing": {"hidden": true}}, "restapi_url": "https://api.example/restapi"}"#);
    let second = nobody.call("GET", "/config.json").header("if-none-match", tag).send().await;
    assert_eq!((second.status, second.json()["entries"]["billing"]["hidden"].clone()), (200, json!(true)));

    write("{ broken");
    assert_eq!(nobody.get("/config.json").await.json(), second.json(), "what was read before stays");
}

#[test]
fn a_wrong_file_keeps_the_server_from_starting() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("portal.json");
    let refusal = |text: &str| {
        std::fs::write(&file, text).unwrap();
        ConfigJson::open(Some(file.clone())).err().unwrap().to_string()
    };
    assert!(refusal("{ broken").contains("portal.json is not right: "));
    assert!(refusal(r#"{"entrys": {}}"#).contains("unknown field `entrys`"));
    let script = refusal(r#"{"entries": {"billing": {"link": "javascript:alert(1)"}}}"#);
    assert!(script.ends_with("portal.json, billing must be an http or https address"), "{script}");
    assert!(ConfigJson::open(Some(dir.path().join("missing.json"))).is_err());
}
