use latchkey_server::http::web::WebApp;
use latchkey_server::settings::Site;

use crate::harness::{Options, TestPortal, USER};

const PAGE: &str = "<!doctype html><script type=\"module\">start()</script><script src=\"/app.js\"></script>";

#[tokio::test]
async fn the_policy_allows_what_it_names_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("index.html"), PAGE).unwrap();
    let web = WebApp::from_dir(dir.path()).unwrap();
    let portal = TestPortal::with(Options { web, ..Options::default() }).await;
    let page = portal.nobody().get("/").await;
    assert_eq!(
        page.header("content-security-policy").unwrap(),
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' \
         'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    );
}

#[tokio::test]
async fn every_answer_carries_them() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for path in
        ["/", "/api/v1/profile", "/api/v1/nothing", "/restapi/zone/zonelist", "/healthz", "/config.json"]
    {
        let reply = user.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{path}");
        }
        assert!(
            reply.header("content-security-policy").unwrap().starts_with("default-src 'none'; "),
            "{path}"
        );
        assert!(reply.header("strict-transport-security").is_none());
    }
}

#[tokio::test]
async fn nothing_of_a_session_is_kept_by_a_cache() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for path in ["session", "profile", "api-access", "activity", "nothing", "admin/users"] {
        let reply = user.get(&format!("/api/v1/{path}")).await;
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
    }
}

/// The HSTS header of a page of the portal.
async fn hsts(secure: bool, hsts_include_subdomains: bool) -> Option<String> {
    let origins = vec!["https://portal.example".into()];
    let site = Site { origins, secure, hsts_include_subdomains, trusted_proxies: Vec::new() };
    let portal = TestPortal::with(Options { site, ..Options::default() }).await;
    portal.nobody().get("/").await.header("strict-transport-security").map(ToOwned::to_owned)
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() {
    assert_eq!(hsts(true, false).await.as_deref(), Some("max-age=31536000"));
}

#[tokio::test]
async fn subdomains_are_included_over_https_only() {
    assert_eq!(hsts(true, true).await.as_deref(), Some("max-age=31536000; includeSubDomains"));
    assert_eq!(hsts(false, true).await, None);
}
