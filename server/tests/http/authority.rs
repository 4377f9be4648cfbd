//! An authority that ends while a call is on its way: the body comes late, or the database's write lock does.

use latchkey_contract::ProblemKind;
use latchkey_server::store::authority::OperatorAuthority;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};

use crate::harness::{ADMIN, COLLEAGUE, Call, KeyPair, PASSWORD, Reply, TestPortal, USER};

/// Sends the head, lets `end` happen, then sends the body.
async fn around<T>(call: Call, body: &Value, end: impl Future<Output = T>) -> Reply {
    let (call, release) = call.json_later(body);
    let answer = tokio::spawn(call.send());
    // The head is read, and what it carries is looked at if anything does so before the body is there.
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    end.await;
    let _ = release.send(());
    answer.await.unwrap()
}

fn secret(pair: &KeyPair, act: &str) -> String {
    format!("/api/v1/credentials/{}/secret/{act}", pair.id)
}

#[tokio::test]
async fn a_body_that_comes_after_sign_out_reveals_nothing() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.signed_in(USER).await;
    let call = caller.call("POST", &secret(&pair, "reveal"));
    let reply = around(call, &json!({"purpose": "show"}), caller.delete("/api/v1/session")).await;
    assert_eq!(reply.refused(401), ProblemKind::NotSignedIn);
    assert!(!reply.text().contains("lks_"));
}

#[tokio::test]
async fn a_body_that_comes_after_a_password_change_replaces_nothing() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let (old, changing) = (portal.signed_in(USER).await, portal.signed_in(USER).await);
    let change = json!({"old_password": PASSWORD, "new_password": "another long password"});
    let call = old.call("POST", &secret(&pair, "replace"));
    let reply = around(call, &json!({}), changing.put("/api/v1/profile/password", change)).await;
    assert_eq!(reply.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(portal.restapi(&pair).await.status, 200, "the secret is what it was");
}

#[tokio::test]
async fn a_body_that_comes_after_the_key_was_revoked_creates_nothing() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let caller = portal.signed_in(USER).await;
    let volume = portal.new_volume(&pair).await;
    let call = pair.call(&portal.nobody(), "POST", "/restapi/volume/createVolume");
    let revoke = format!("/api/v1/credentials/{}/revoke", pair.id);
    let reply = around(call, &volume, caller.post(&revoke, json!({}))).await;
    assert_eq!(reply.refused(401), ProblemKind::InvalidApiKey);
}

#[tokio::test]
async fn a_body_that_comes_after_the_administrator_was_disabled_approves_nothing() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(COLLEAGUE).await;
    let request = user.post("/api/v1/api-access/request", json!({})).await.json();
    let id = request["status"]["request_id"].as_str().unwrap().to_owned();
    let admin = portal.signed_in(ADMIN).await;
    let admin_id = portal.id_of(ADMIN).await;
    let call = admin.call("POST", &format!("/api/v1/admin/api-requests/{id}/approve"));
    let end = portal.store_disable(admin_id);
    let reply = around(call, &json!({"version": 1}), end).await;
    assert_eq!(reply.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(user.get("/api/v1/api-access").await.json()["status"]["state"], "pending");
}

/// Takes the write lock with `sql` done under it, begins the call, and lets the lock go.
async fn under_lock(portal: &TestPortal, sql: &'static str, call: Call) -> Reply {
    let file = portal.dir.path().join("latchkey.db");
    let mut hand: SqliteConnection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut hand).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut hand).await.unwrap();
    let answer = tokio::spawn(call.send());
    // Authenticated by what is committed, and waiting for the lock.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!answer.is_finished());
    sqlx::raw_sql("COMMIT").execute(&mut hand).await.unwrap();
    answer.await.unwrap()
}

#[tokio::test]
async fn an_act_that_waits_for_the_database_is_checked_when_it_has_it() {
    let reveal = json!({"purpose": "copy"});
    let acts: [(&str, ProblemKind); 4] = [
        ("DELETE FROM session", ProblemKind::NotSignedIn),
        ("UPDATE account SET disabled_at = 1", ProblemKind::NotSignedIn),
        ("UPDATE session SET stepped_up_at = 0", ProblemKind::StepUpRequired),
        (
            "UPDATE api_access SET state = 'suspended', decided_by = 'Ada', decided_at = 1",
            ProblemKind::ApiAccessDisabled,
        ),
    ];
    for (sql, expected) in acts {
        let portal = TestPortal::start().await;
        let pair = portal.granted(USER).await;
        let caller = portal.signed_in(USER).await;
        let call = caller.call("POST", &secret(&pair, "reveal")).json(&reveal);
        let reply = under_lock(&portal, sql, call).await;
        assert!(reply.status >= 400, "{sql}: {}", reply.text());
        assert_eq!(reply.problem().kind, expected, "{sql}");
    }
}

#[tokio::test]
async fn a_call_with_a_key_that_waits_for_the_database_is_checked_when_it_has_it() {
    for (sql, expected) in [
        ("UPDATE credential SET revoked_at = 1", ProblemKind::InvalidApiKey),
        ("UPDATE secret SET version = 2", ProblemKind::InvalidApiKey),
        ("UPDATE account SET disabled_at = 1", ProblemKind::ApiAccessDisabled),
        (
            "UPDATE api_access SET state = 'suspended', decided_by = 'Ada', decided_at = 1",
            ProblemKind::ApiAccessDisabled,
        ),
    ] {
        let portal = TestPortal::start().await;
        let pair = portal.granted(USER).await;
        let volume = portal.new_volume(&pair).await;
        let call = pair.call(&portal.nobody(), "POST", "/restapi/volume/createVolume").json(&volume);
        let reply = under_lock(&portal, sql, call).await;
        assert!(reply.status >= 400, "{sql}: {}", reply.text());
        assert_eq!(reply.problem().kind, expected, "{sql}");
    }
}

impl TestPortal {
    async fn restapi(&self, pair: &KeyPair) -> Reply {
        pair.call(&self.nobody(), "GET", "/restapi/zone/zonelist").send().await
    }

    async fn store_disable(&self, user: uuid::Uuid) {
        self.portal.store.disable_user(user, OperatorAuthority).await.unwrap();
    }

    /// The body of a volume that can be created.
    async fn new_volume(&self, pair: &KeyPair) -> Value {
        let first = async |list: &str, items: &str| {
            let reply = pair.call(&self.nobody(), "GET", &format!("/restapi/{list}")).send().await;
            reply.json()[items][0]["uuid"].clone()
        };
        json!({
            "name": "late",
            "zoneUuid": first("zone/zonelist", "listZoneResponse").await,
            "storageOfferingUuid": first("storage/storageOfferingList", "listStorageOfferingResponse").await,
            "diskSize": 10,
        })
    }
}
