use latchkey_contract::ProblemKind;
use latchkey_server::settings::Site;
use serde_json::json;

use crate::harness::{ORIGIN, Options, PASSWORD, TestPortal, USER};

const REQUEST: &str = "/api/v1/api-access/request";

#[tokio::test]
async fn a_form_on_another_page_cannot_act() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for site in ["cross-site", "same-site", "none"] {
        for content_type in
            ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"]
        {
            let call = user.call("POST", REQUEST).without("sec-fetch-site").header("sec-fetch-site", site);
            let reply = call.header("content-type", content_type).body("{}").send().await;
            assert_eq!(reply.refused(403), ProblemKind::CrossSiteRequest, "{site} {content_type}");
        }
    }
    assert_eq!(user.get("/api/v1/api-access").await.json()["status"]["state"], "disabled");
}

#[tokio::test]
async fn a_page_on_another_port_of_this_host_cannot_act() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let call = || user.call("POST", REQUEST).without("sec-fetch-site").json(&json!({}));
    let fetch = call().header("sec-fetch-site", "same-site").header("origin", "http://127.0.0.1:9999");
    assert_eq!(fetch.send().await.refused(403), ProblemKind::CrossSiteRequest);
    let old_browser = call().header("origin", "http://127.0.0.1:9999");
    assert_eq!(old_browser.send().await.refused(403), ProblemKind::CrossSiteRequest);
    let frame = user.get("/").await;
    assert!(frame.header("content-security-policy").unwrap().contains("frame-ancestors 'none'"));
    assert_eq!(frame.header("cross-origin-resource-policy"), Some("same-origin"));
    let read = user.call("GET", "/api/v1/api-access").header("origin", "http://127.0.0.1:9999").send().await;
    assert!(
        read.header("access-control-allow-origin").is_none(),
        "the browser keeps the answer from that page"
    );
}

#[tokio::test]
async fn nobody_signs_a_browser_in_from_another_site() {
    let portal = TestPortal::start().await;
    let call = portal.nobody().call("POST", "/api/v1/session").without("sec-fetch-site");
    let call =
        call.header("sec-fetch-site", "cross-site").json(&json!({"email": USER, "password": PASSWORD}));
    let reply = call.send().await;
    assert_eq!(reply.refused(403), ProblemKind::CrossSiteRequest);
    assert!(reply.header("set-cookie").is_none());
}

#[tokio::test]
async fn the_portals_own_page_sends_json() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""] {
        let reply = user.call("POST", REQUEST).header("content-type", content_type).body("{}").send().await;
        assert_eq!(reply.refused(415), ProblemKind::UnsupportedMediaType, "{content_type}");
    }
    let without = user.call("POST", REQUEST).send().await;
    assert_eq!(without.refused(415), ProblemKind::UnsupportedMediaType);
    let with_charset = user.call("POST", REQUEST).header("content-type", "Application/JSON; charset=utf-8");
    assert_eq!(with_charset.body("{}").send().await.status, 201);
}

#[tokio::test]
async fn keys_are_refused_here() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    for header in ["apikey", "secretkey"] {
        for caller in [&user, &portal.nobody()] {
            let reply = caller.call("GET", "/api/v1/api-access").header(header, &pair.api_key).send().await;
            assert_eq!(reply.refused(400), ProblemKind::MalformedRequest);
        }
    }
}

#[tokio::test]
async fn in_the_demo_both_names_of_this_machine_are_the_portal() {
    let local = |host: &str| format!("http://{host}:8080");
    let site = Site {
        origins: vec![local("127.0.0.1"), local("localhost")],
        secure: false,
        hsts_include_subdomains: false,
        trusted_proxies: vec![],
    };
    let portal = TestPortal::with(Options { site, ..Options::default() }).await;
    for (origin, status) in [(ORIGIN, 200), ("http://localhost:8080", 200), ("http://localhost:8081", 403)] {
        let call = portal
            .nobody()
            .call("POST", "/api/v1/session")
            .without("sec-fetch-site")
            .header("origin", origin);
        let reply = call.json(&json!({"email": USER, "password": PASSWORD})).send().await;
        assert_eq!(reply.status, status, "{origin}");
    }
}

#[tokio::test]
async fn reading_changes_nothing_whoever_asks() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let call = user
        .call("GET", "/api/v1/api-access")
        .without("sec-fetch-site")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(call.send().await.status, 200);
    for path in [REQUEST, "/api/v1/session/step-up", "/api/v1/credentials"] {
        assert_eq!(user.get(path).await.refused(405), ProblemKind::MethodNotAllowed, "{path}");
    }
}
