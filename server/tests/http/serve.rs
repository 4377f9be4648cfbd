//! The server as it is started and stopped, over real sockets.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use latchkey_server::clock::SystemClock;
use latchkey_server::serve::{Server, StartError};
use latchkey_server::settings::{Cli, Command, ServeSettings};
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::api_calls::ApiCalls;
use latchkey_server::store::inventory::Inventory;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(30);

fn settings(data: &Path, more: &[&str]) -> ServeSettings {
    let data = data.to_str().unwrap();
    let arguments = ["latchkey-server", "serve", "--data", data];
    let port: &[&str] = if more.contains(&"--port") { &[] } else { &["--port", "0"] };
    match Cli::try_parse_from(arguments.iter().chain(port).chain(more)).unwrap().command {
        Command::Serve(settings) => *settings,
        other => panic!("{other:?}"),
    }
}

async fn start(data: &Path, more: &[&str]) -> Result<Server, StartError> {
    Server::start(settings(data, more), Arc::new(SystemClock)).await
}

/// A server that answers until it is told to stop.
struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    async fn start(data: &Path, more: &[&str]) -> Self {
        let server = start(data, more).await.unwrap();
        let address = server.address().unwrap();
        let (stop, told) = oneshot::channel::<()>();
        let task = tokio::spawn(server.run(async {
            let _ = told.await;
        }));
        Self { address, stop, task }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        timeout(PATIENCE, self.task).await.unwrap().unwrap();
    }
}

/// Sends a request, reads until `wanted` has come, and keeps the connection.
async fn ask(server: SocketAddr, request: String, wanted: &str) -> (TcpStream, String) {
    let mut socket = TcpStream::connect(server).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut seen = String::new();
    let mut buffer = [0; 4096];
    while !seen.contains(wanted) {
        let count = timeout(PATIENCE, socket.read(&mut buffer)).await.unwrap().unwrap();
        assert_ne!(count, 0, "closed after {seen}");
        seen.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
    }
    (socket, seen)
}

async fn signed_in(server: SocketAddr, password: &str) -> String {
    let body = format!("{{\"email\":\"user@demo.example\",\"password\":\"{password}\"}}");
    let request = format!(
        "POST /api/v1/session HTTP/1.1\r\nhost: x\r\norigin: http://localhost:{}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        server.port(),
        body.len()
    );
    let (_, answer) = ask(server, request, "stepped_up_until").await;
    let cookie = answer.split("set-cookie: ").nth(1).unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn it_serves_the_demo_and_stops_cleanly_with_streams_open() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let server = Running::start(&data, &["--demo"]).await;
    let address = server.address;
    let password = std::fs::read_to_string(data.join("demo-password")).unwrap();
    let cookie = signed_in(address, password.trim()).await;
    let request = format!("GET /api/v1/events HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\n\r\n");
    let (mut stream, _) = ask(address, request, ": open").await;

    let begun = Instant::now();
    server.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    let mut rest = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut rest)).await.unwrap().unwrap();
    assert!(!data.join("latchkey.db-wal").exists(), "the write-ahead log is written back");

    let again = start(&data, &["--demo"]).await.unwrap();
    assert!(
        again.announcement().contains(&format!(
            "Latchkey is ready at http://127.0.0.1:{}\n",
            again.address().unwrap().port()
        ))
    );
    assert!(again.announcement().contains(password.trim()), "a second start keeps the data");
    for (email, host) in [("user@demo.example", "127.0.0.1"), ("admin@demo.example", "localhost")] {
        let line = again.announcement();
        let line = line.lines().find(|line| line.contains(email)).unwrap();
        assert!(line.contains(&format!("http://{host}:")), "{line}");
    }
}

/// Sends a request as a page of the portal does; the answer when `wanted` has come.
async fn act(server: SocketAddr, cookie: &str, request: &str, body: &str, wanted: &str) -> serde_json::Value {
    let request = format!(
        "{request} HTTP/1.1\r\nhost: x\r\norigin: http://localhost:{}\r\ncookie: {cookie}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        server.port(),
        body.len()
    );
    let (_, answer) = ask(server, request, wanted).await;
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn the_calls_of_the_last_moment_are_recorded_when_it_stops() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let server = Running::start(&data, &["--demo", "--approve", "auto"]).await;
    let address = server.address;
    let password = std::fs::read_to_string(data.join("demo-password")).unwrap();
    let cookie = signed_in(address, password.trim()).await;
    let access = act(address, &cookie, "POST /api/v1/api-access/request", "{}", "secret_version").await;
    let key = &access["credentials"][0];
    let reveal = format!("POST /api/v1/credentials/{}/secret/reveal", key["id"].as_str().unwrap());
    let revealed = act(address, &cookie, &reveal, "{\"purpose\":\"show\"}", "secret_version").await;
    let call = format!(
        "GET /restapi/zone/zonelist HTTP/1.1\r\nhost: x\r\napikey: {}\r\nsecretkey: {}\r\n\r\n",
        key["api_key"].as_str().unwrap(),
        revealed["secret_key"].as_str().unwrap()
    );
    for _ in 0..5 {
        ask(address, call.clone(), "\"count\"").await;
    }
    server.stop().await;

    let store = settings(&data, &["--demo"]).data.open(Arc::new(SystemClock)).await.unwrap().store;
    let user = store.user_by_email("user@demo.example").await.unwrap().unwrap();
    let counts = store.call_counts(user.account.id, 0).await.unwrap();
    assert_eq!(counts.iter().map(|(_, counts)| counts.success).collect::<Vec<_>>(), [5]);
}

#[tokio::test]
async fn absurd_requests_get_a_document_over_a_real_connection() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(&dir.path().join("data"), &["--demo"]).await;
    let headers = |count| (0..count).map(|number| format!("x-{number}: x\r\n")).collect::<String>();
    let query = |length| format!("?{}", "x".repeat(length));
    let list = |query: &str, headers: &str| {
        format!("GET /restapi/zone/zonelist{query} HTTP/1.1\r\nhost: x\r\n{headers}\r\n")
    };
    for request in [
        list("", &headers(300)),
        list("", &headers(500)),
        list(&query(60_000), ""),
        list(&query(70_000), ""),
        list("", "content-length: 2000000\r\n"),
        list("", "content-length: many\r\n"),
        list("", "no header\r\n"),
        "GET /restapi/zone/zonelist HTTP/1.1\r\n\r\n".to_owned(),
        "GARBAGE\r\n\r\n".to_owned(),
        "GET /restapi/zone/zonelist HTTP/9.9\r\n\r\n".to_owned(),
    ] {
        let (_, answer) = ask(server.address, request, "\"message\"").await;
        assert!(answer.starts_with("HTTP/1.1 4") && answer.contains("application/problem+json"), "{answer}");
        for header in [
            "cache-control: no-store",
            "content-security-policy: default-src 'none';",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "referrer-policy: same-origin",
            "x-content-type-options: nosniff",
            "x-request-id: ",
        ] {
            assert!(answer.contains(&format!("\r\n{header}")), "{header} is not in {answer}");
        }
    }
    server.stop().await;
}

#[tokio::test]
async fn hints_at_a_carriage_return_in_a_header() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(&dir.path().join("data"), &["--demo"]).await;
    let request = "GET /restapi/zone/zonelist HTTP/1.1\r\nhost: x\r\nsecretkey: lks_quoted\r\r\n\r\n";
    let (_, answer) = ask(server.address, request.to_owned(), "\"message\"").await;
    assert!(answer.contains("Look for a carriage return (CR) in a header"), "{answer}");
    assert!(!answer.contains("lks_quoted"), "{answer}");
    server.stop().await;
}

#[tokio::test]
async fn refuses_requests_that_do_not_name_one_host() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(&dir.path().join("data"), &["--demo"]).await;
    let get = async |path: &str, version: &str, hosts: &str| {
        let request = format!("GET {path} HTTP/{version}\r\n{hosts}connection: close\r\n\r\n");
        let (mut socket, mut answer) = ask(server.address, request, "\r\n\r\n").await;
        timeout(PATIENCE, socket.read_to_string(&mut answer)).await.unwrap().unwrap();
        answer
    };
    for path in ["/restapi/zone/zonelist", "/api/v1/session", "/healthz", "/config.json", "/", "/missing"] {
        let ordinary = get(path, "1.1", "host: x\r\n").await;
        assert!(!ordinary.contains("Host header"), "{path}: {ordinary}");
        for (version, hosts, refusal) in [
            ("1.1", "", "The request has no Host header"),
            ("1.1", "host: x\r\nhost: x\r\n", "The request has more than one Host header"),
            ("1.1", "Host: x\r\nx: y\r\nhost: y\r\n", "The request has more than one Host header"),
            ("1.0", "host: x\r\nhost: x\r\n", "The request has more than one Host header"),
        ] {
            let answer = get(path, version, hosts).await;
            assert!(answer.contains(" 400 Bad Request\r\n"), "{path} {version} {hosts}: {answer}");
            assert!(answer.contains(refusal) && answer.contains("application/problem+json"), "{answer}");
        }
        let old = get(path, "1.0", "").await;
        assert_eq!(old.split(' ').nth(1), ordinary.split(' ').nth(1), "{path}: {old}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_head_that_does_not_come_ends_its_connection() {
    let dir = tempfile::tempdir().unwrap();
    let server = Running::start(&dir.path().join("data"), &[]).await;
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket.write_all(b"GET /healthz HTTP/1.1\r\nhost:").await.unwrap();
    tokio::time::pause();
    let begun = tokio::time::Instant::now();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await.unwrap();
    let seconds = begun.elapsed().as_secs();
    tokio::time::resume();
    assert!((74..80).contains(&seconds), "{seconds}");
    assert!(answer.is_empty(), "{}", String::from_utf8_lossy(&answer));
    server.stop().await;
}

#[tokio::test]
async fn without_the_demo_there_is_no_account() {
    let dir = tempfile::tempdir().unwrap();
    let server = start(&dir.path().join("data"), &[]).await.unwrap();
    assert_eq!(server.announcement(), format!("Latchkey is ready at http://{}", server.address().unwrap()));
    assert!(!dir.path().join("data/demo-password").exists());
}

/// The zones in the database, and whether they are offered.
async fn zones(data: &Path) -> Vec<(String, bool)> {
    let store = settings(data, &[]).data.open(Arc::new(SystemClock)).await.unwrap().store;
    let zones = store.zones(None).await.unwrap();
    store.close().await;
    zones.into_iter().map(|zone| (zone.name, zone.is_active)).collect()
}

#[tokio::test]
async fn the_embedded_cloud_offers_what_the_catalogue_says() {
    let dir = tempfile::tempdir().unwrap();
    let (data, file) = (dir.path().join("data"), dir.path().join("catalogue.json"));
    let offer = async |zone: &str| {
        let rest =
            r#""compute_offerings": [], "storage_offerings": [], "templates": [], "network_offerings": []"#;
        std::fs::write(&file, format!("{{\"zones\": [{zone}], {rest}}}")).unwrap();
        start(&data, &["--catalogue", file.to_str().unwrap()]).await.unwrap().run(async {}).await;
        zones(&data).await
    };
    let oslo = r#"{"id": "01954d10-0000-7000-8000-000000000001", "name": "Oslo"}"#;
    let rome = r#"{"id": "01954d10-0000-7000-8000-000000000002", "name": "Rome"}"#;
    assert_eq!(offer(oslo).await, [("Oslo".to_owned(), true)]);
    let now = [("Oslo".to_owned(), false), ("Rome".to_owned(), true)];
    assert_eq!(offer(rome).await, now);
    start(&data, &[]).await.unwrap().run(async {}).await;
    assert_eq!(zones(&data).await, now, "without a catalogue it stays as it is");
}

#[tokio::test]
async fn a_missing_sealing_key_is_named_and_nothing_starts() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let server = start(&data, &["--demo"]).await.unwrap();
    server.run(async {}).await;
    std::fs::remove_file(dir.path().join("data.sealing.key")).unwrap();
    let refusal = start(&data, &["--demo"]).await.err().unwrap().to_string();
    assert!(
        refusal.contains("data.sealing.key is missing") && refusal.contains("--sealing-key"),
        "{refusal}"
    );
}

#[tokio::test]
async fn what_keeps_it_from_starting_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let refusal = async |more: &[&str]| start(&data, more).await.err().unwrap().to_string();
    assert!(
        refusal(&["--listen", "0.0.0.0"])
            .await
            .starts_with("Latchkey will not serve plain http to a network")
    );
    assert!(refusal(&["--web", "missing"]).await.starts_with("the web app in missing cannot be read"));
    assert!(refusal(&["--portal-config", "missing.json"]).await.contains("missing.json cannot be read"));
    assert!(refusal(&["--catalogue", "missing.json"]).await.contains("missing.json cannot be read"));
    assert!(!data.exists(), "a refused start leaves nothing behind");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    assert!(refusal(&["--port", &port]).await.contains("choose another --port"));
}
