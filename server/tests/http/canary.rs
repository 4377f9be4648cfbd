//! Secrets driven through every path: none may reach the log, at any level, or a problem document.

use std::io::Write;
use std::sync::{Arc, Mutex};

use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::harness::{ADMIN, PASSWORD, TestPortal, USER};
use crate::openapi::operations;

/// What is written to the log by the whole test program.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn at_trace_level() -> Self {
        let log = Self::default();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(log.clone());
        subscriber.try_init().unwrap();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// A secret that is recognised wherever it turns up. It has the form of a secret key.
fn canary() -> String {
    latchkey_server::secrets::secret_key::generate().expose().to_owned()
}

#[tokio::test]
async fn no_secret_reaches_the_log_or_a_problem_document() {
    let log = Log::at_trace_level();
    let canary = canary();
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let token = user.cookie().trim_start_matches("latchkey=").to_owned();
    let mut documents = Vec::new();

    for (operation, _) in operations() {
        let (method, template) = operation.split_once(' ').unwrap();
        let caller = if template.contains("/admin/") { &admin } else { &user };
        let bodies = [
            format!("{{\"email\":\"{canary}\",\"password\":\"{canary}\"}}"),
            format!("{{\"password\":\"{canary}\"}}"),
            format!("{{\"old_password\":\"{canary}\",\"new_password\":\"{canary}\"}}"),
            format!("{{\"{canary}\":1}}"),
            format!("[\"{canary}\""),
            format!("{{\"purpose\":\"{canary}\"}}"),
            format!("{{\"name\":\"{canary}\",\"zoneUuid\":\"{canary}\",\"displayName\":\"{canary}\"}}"),
            format!("{{\"version\":\"{canary}\",\"reason\":\"{canary}\"}}"),
        ];
        for path in [template.replace("{id}", &pair.id), template.replace("{id}", &canary)] {
            let target =
                format!("{path}?uuid={canary}&cursor={canary}&state={canary}&after={canary}&{canary}=1");
            for body in &bodies {
                if method == "DELETE" {
                    continue;
                }
                let call = caller.call(method, &target).header("idempotency-key", &canary);
                let call = call.header("last-event-id", &canary).header("x-forwarded-for", &canary);
                let call = call.header("user-agent", &canary).header("x-request-id", &canary);
                let call = call.header("content-type", "application/json").body(body.as_str());
                if template.ends_with("/events") {
                    drop(call.stream().await);
                    continue;
                }
                let reply = call.send().await;
                if reply.status >= 400 {
                    documents.push(reply.text().to_owned());
                }
            }
            for body in bodies.iter().filter(|_| template.starts_with("/restapi/")) {
                let call = pair.call(caller, method, &target).header("content-type", "application/json");
                let reply = call.body(body.as_str()).send().await;
                if reply.status >= 400 {
                    documents.push(reply.text().to_owned());
                }
            }
            for keys in [(&canary, &canary), (&pair.api_key, &canary), (&canary, &pair.secret_key)] {
                let call = caller.call("GET", &target).header("apikey", keys.0).header("secretkey", keys.1);
                let reply = call.send().await;
                if reply.status >= 400 {
                    documents.push(reply.text().to_owned());
                }
            }
        }
    }
    for (method, path) in [("GET", format!("/{canary}")), (canary.as_str(), "/api/v1/session".to_owned())] {
        let reply = user.call(method, &path).send().await;
        documents.push(reply.text().to_owned());
    }
    assert_eq!(user.with_cookie(&format!("latchkey={canary}")).get("/api/v1/session").await.status, 401);
    assert_eq!(pair.get(&user, "/restapi/zone/zonelist").await.status, 200);
    let change = json!({"old_password": PASSWORD, "new_password": canary});
    assert_eq!(user.put("/api/v1/profile/password", change).await.status, 204);
    panic_with(&canary);
    tracing::trace!("the quietest line");

    let text = log.text();
    assert!(
        text.contains("/api/v1/session/step-up") && text.contains("the quietest line"),
        "the log was heard"
    );
    assert!(text.contains("[message withheld]"), "the panic was heard");
    for secret in [canary.as_str(), &pair.secret_key, &token, PASSWORD] {
        assert!(!text.contains(secret), "in the log");
        assert!(!documents.iter().any(|document| document.contains(secret)), "in a problem document");
    }
    assert!(documents.len() > 100);
}

/// A panic whose message holds the secret, heard by the hook that the server sets.
fn panic_with(secret: &str) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(latchkey_server::logging::log_panic));
    let outcome = std::panic::catch_unwind(|| panic!("{secret} is not a number"));
    std::panic::set_hook(before);
    assert!(outcome.is_err());
}
