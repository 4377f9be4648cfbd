use std::path::Path;

use latchkey_contract::ProblemKind;
use latchkey_server::http::web::WebApp;
use tempfile::TempDir;

use crate::harness::{ORIGIN, Options, TestPortal, USER};

const SCRIPT: &str = "/latchkey-0123456789abcdef.js";

fn built() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    };
    write("index.html", "<!doctype html><title>Latchkey</title>");
    write("latchkey-0123456789abcdef.js", "plain");
    write("latchkey-0123456789abcdef.js.br", "brotli");
    write("latchkey-0123456789abcdef.js.gz", "gzip");
    write("latchkey-0123456789abcdef_bg.wasm", "wasm");
    write("icons/sprite.svg", "<svg/>");
    dir
}

async fn portal(dir: &Path) -> TestPortal {
    TestPortal::with(Options { web: WebApp::from_dir(dir).unwrap(), ..Options::default() }).await
}

#[tokio::test]
async fn deep_links_get_the_page_and_it_is_asked_for_again_each_time() {
    let dir = built();
    let portal = portal(dir.path()).await;
    let nobody = portal.nobody();
    for path in ["/", "/index.html", "/company/profile/api-info", "/docs", "/sign-in?return=%2F", "/apis"] {
        let page = nobody.get(path).await;
        assert_eq!((page.status, page.text()), (200, "<!doctype html><title>Latchkey</title>"), "{path}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(page.header("cache-control"), Some("no-cache"));
        let known =
            nobody.call("GET", path).header("if-none-match", page.header("etag").unwrap()).send().await;
        assert_eq!((known.status, known.body.len()), (304, 0));
    }
}

#[tokio::test]
async fn files_come_in_the_best_form_the_browser_takes() {
    let dir = built();
    let portal = portal(dir.path()).await;
    for (accept, coding, content) in [
        ("gzip, deflate, br", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("br;q=0", None, "plain"),
        ("identity", None, "plain"),
    ] {
        let file = portal.nobody().call("GET", SCRIPT).header("accept-encoding", accept).send().await;
        assert_eq!((file.header("content-encoding"), file.text()), (coding, content), "{accept}");
        assert_eq!(file.header("content-type"), Some("text/javascript; charset=utf-8"));
        assert_eq!(file.header("vary"), Some("Accept-Encoding"));
    }
    let wasm = portal.nobody().get("/latchkey-0123456789abcdef_bg.wasm").await;
    assert_eq!(wasm.header("content-type"), Some("application/wasm"));
}

#[tokio::test]
async fn hashed_files_are_kept_for_good_and_others_are_not() {
    let dir = built();
    let portal = portal(dir.path()).await;
    let hashed = portal.nobody().get(SCRIPT).await;
    assert_eq!(hashed.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let other = portal.nobody().get("/icons/sprite.svg").await;
    assert_eq!(other.header("cache-control"), Some("no-cache"));
}

#[tokio::test]
async fn what_is_missing_is_not_the_page() {
    let dir = built();
    let portal = portal(dir.path()).await;
    let user = portal.signed_in(USER).await;
    for path in [
        "/latchkey-fedcba9876543210.js",
        "/icons/missing",
        "/favicon.ico",
        "/api",
        "/api/v1",
        "/api/v2/session",
        "/restapi/vm",
        "/latchkey-0123456789abcdef.js.br",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
    ] {
        assert_eq!(user.get(path).await.refused(404), ProblemKind::NotFound, "{path}");
    }
}

#[tokio::test]
async fn a_script_at_an_address_outside_of_the_api_is_told_the_base_address() {
    let dir = built();
    let portal = portal(dir.path()).await;
    let pair = portal.granted(USER).await;
    let base = format!("{ORIGIN}/restapi");
    for path in ["/zone/zonelist", "/RESTAPI/zone/zonelist", "/", "/docs", "//restapi/zone/zonelist", SCRIPT]
    {
        for method in ["GET", "POST", "DELETE"] {
            let reply = pair.call(&portal.nobody(), method, path).send().await;
            assert_eq!(reply.refused(404), ProblemKind::NotFound, "{method} {path}");
            assert!(reply.problem().detail.contains(&base), "{}", reply.text());
            let body = reply.json();
            assert_eq!((&body["code"], &body["message"]), (&404.into(), &body["detail"]), "{method} {path}");
        }
        for half in ["apikey", "secretkey"] {
            let reply = portal.nobody().call("GET", path).header(half, "").send().await;
            assert_eq!(reply.refused(404), ProblemKind::NotFound, "{half} {path}");
        }
    }
}

#[tokio::test]
async fn a_lost_script_is_told_the_base_address_of_the_configuration() {
    let dir = built();
    let file = dir.path().join("portal.json");
    std::fs::write(&file, r#"{"restapi_url": "https://api.example/v1/restapi/"}"#).unwrap();
    let web = WebApp::from_dir(dir.path()).unwrap();
    let portal = TestPortal::with(Options { web, portal_config: Some(file), ..Options::default() }).await;
    let reply = portal.nobody().call("GET", "/zone/zonelist").header("apikey", "").send().await;
    assert_eq!(reply.refused(404), ProblemKind::NotFound);
    assert!(reply.text().contains("https://api.example/v1/restapi/zone/zonelist."), "{}", reply.text());
}

#[tokio::test]
async fn pages_are_read_only() {
    let dir = built();
    let portal = portal(dir.path()).await;
    let reply = portal.nobody().call("POST", "/docs").send().await;
    assert_eq!(reply.refused(405), ProblemKind::MethodNotAllowed);
    assert_eq!(reply.header("allow"), Some("GET, HEAD"));
    let head = portal.nobody().call("HEAD", "/docs").send().await;
    assert_eq!(head.status, 200);
}

#[cfg(not(feature = "embed-web"))]
#[tokio::test]
async fn without_a_built_app_the_page_says_what_to_run() {
    let portal = TestPortal::start().await;
    let page = portal.nobody().get("/").await;
    assert_eq!((page.status, page.header("content-type")), (503, Some("text/plain; charset=utf-8")));
    assert!(page.text().contains("cargo xtask start"));
}

#[test]
fn a_directory_without_a_page_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let refusal = WebApp::from_dir(dir.path()).err().unwrap().to_string();
    assert!(refusal.starts_with("there is no index.html in "), "{refusal}");
    assert!(WebApp::from_dir(&dir.path().join("missing")).is_err());
}
