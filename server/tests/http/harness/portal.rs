use std::sync::Arc;

use axum::Router;
use latchkey_contract::Password;
use latchkey_server::call_log::{BUFFERED, CallLog, CallWriter};
use latchkey_server::clock::Clock;
use latchkey_server::cloud::{Cloud, EmbeddedCloud, Pace};
use latchkey_server::demo::{DemoPassword, seed_demo};
use latchkey_server::http::config_json::ConfigJson;
use latchkey_server::http::web::Asset;
use latchkey_server::http::{Portal, PortalParts, openapi_json_of, router};
use latchkey_server::live::Streams;
use latchkey_server::passwords::Passwords;
use latchkey_server::secrets::{Issuer, SealingKey};
use latchkey_server::store::sqlite::SqliteStore;
use latchkey_server::throttle::{CallThrottle, KEY_TESTS, PasswordThrottle, RestapiThrottle};
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use super::{ADMIN, Caller, KeyPair, Options, PASSWORD, TestClock};

/// The real router on a real database file with the demo data in it.
pub(crate) struct TestPortal {
    pub(crate) portal: Portal,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) stopping: watch::Sender<bool>,
    pub(crate) app: Router,
    call_writer: Mutex<CallWriter>,
    pub(crate) dir: TempDir,
}

impl TestPortal {
    pub(crate) async fn start() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (sealing_key, _) = SealingKey::generate().unwrap();
        let clock = Arc::new(TestClock::new());
        let file = dir.path().join("latchkey.db");
        let store = Arc::new(SqliteStore::open(&file, &sealing_key, clock.clone()).await.unwrap());
        let passwords = Passwords::cheap_for_tests(2);
        let password = DemoPassword::load(dir.path(), Some(Password::from(PASSWORD.to_owned()))).unwrap();
        seed_demo(&*store, &passwords, &password, clock.now()).await.unwrap();
        let embedded =
            || Arc::new(EmbeddedCloud::new(store.clone(), clock.clone(), Pace::REALISTIC)) as Arc<dyn Cloud>;
        let (call_log, call_writer) = CallLog::new(BUFFERED);
        let call_writer = Mutex::new(call_writer);
        let (stopping, stopped) = watch::channel(false);
        let portal = Portal::new(PortalParts {
            store: store.clone(),
            cloud: options.cloud.unwrap_or_else(embedded),
            issuer: Issuer::new(sealing_key),
            passwords,
            clock: clock.clone(),
            openapi: Asset::of_json(openapi_json_of(&options.site).unwrap()).unwrap(),
            site: options.site,
            approval: options.approval,
            password_throttle: PasswordThrottle::new(clock.clone(), options.sign_in_failures),
            restapi_throttle: RestapiThrottle::new(clock.clone(), options.restapi_failures),
            call_throttle: CallThrottle::new(clock.clone(), options.restapi_calls),
            test_throttle: CallThrottle::new(clock.clone(), KEY_TESTS),
            call_log,
            streams: Arc::new(Streams::default()),
            web: options.web,
            config: ConfigJson::open(options.portal_config).unwrap(),
            stopping: stopped,
        });
        Self { app: router(portal.clone()), portal, clock, store, stopping, call_writer, dir }
    }

    /// A caller without a session.
    pub(crate) fn nobody(&self) -> Caller {
        Caller::new(self.app.clone())
    }

    /// A caller who has signed in with the demo password.
    pub(crate) async fn signed_in(&self, email: &str) -> Caller {
        let mut caller = self.nobody();
        let reply = caller.post("/api/v1/session", json!({"email": email, "password": PASSWORD})).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        caller.keep_cookie(&reply);
        caller
    }

    /// Has API access of this user requested and approved, and fetches the first key pair.
    pub(crate) async fn granted(&self, email: &str) -> KeyPair {
        let user = self.signed_in(email).await;
        let request = user.post("/api/v1/api-access/request", json!({})).await.json();
        let id = request["status"]["request_id"].as_str().unwrap().to_owned();
        let admin = self.signed_in(ADMIN).await;
        let decided =
            admin.post(&format!("/api/v1/admin/api-requests/{id}/approve"), json!({"version": 1})).await;
        assert_eq!(decided.status, 200, "{}", decided.text());
        KeyPair::of(&user).await
    }

    /// As [`Self::granted`], and disabled again by the administrator.
    pub(crate) async fn suspended(&self, email: &str) -> KeyPair {
        let pair = self.granted(email).await;
        let (admin, user) = (self.signed_in(ADMIN).await, self.id_of(email).await);
        let version = self.portal.store.user_access(user).await.unwrap().unwrap().version;
        let why = json!({"version": version, "reason": "Unpaid."});
        let reply = admin.post(&format!("/api/v1/admin/users/{user}/api-access/disable"), why).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        pair
    }

    /// Writes the calls that scripts made, as the server does every second.
    pub(crate) async fn write_calls(&self) {
        self.call_writer.lock().await.write(&*self.store).await;
    }

    /// Closes the database and reads its files, as somebody would who copies them.
    pub(crate) async fn copied_bytes(&self) -> Vec<u8> {
        self.store.close().await;
        let mut bytes = Vec::new();
        for entry in self.dir.path().read_dir().unwrap() {
            match std::fs::read(entry.unwrap().path()) {
                Ok(content) => bytes.extend(content),
                // The write-ahead log goes with its last connection, which may still be on its way out.
                Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound),
            }
        }
        assert!(!bytes.is_empty());
        bytes
    }

    pub(crate) async fn id_of(&self, email: &str) -> Uuid {
        self.portal.store.user_by_email(email).await.unwrap().unwrap().account.id
    }
}
