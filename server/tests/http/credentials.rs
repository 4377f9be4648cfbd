use latchkey_contract::ProblemKind;
use latchkey_server::secrets::secret_key;
use serde_json::json;

use crate::harness::{ADMIN, KeyPair, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";

#[tokio::test]
async fn a_secret_is_revealed_to_its_owner() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let revealed = user
        .post(&format!("/api/v1/credentials/{}/secret/reveal", pair.id), json!({"purpose": "copy"}))
        .await;
    assert_eq!(revealed.status, 200);
    assert_eq!(revealed.header("cache-control"), Some("no-store"));
    assert_eq!(revealed.json(), json!({"secret_key": pair.secret_key, "secret_version": 1}));
    assert!(secret_key::is_well_formed(&pair.secret_key));
    let activity = user.get("/api/v1/activity?limit=3").await.json();
    assert_eq!(activity["items"][0]["act"], "secret_copied");
}

#[tokio::test]
async fn a_replaced_secret_stops_working_at_once() {
    let portal = TestPortal::start().await;
    let old = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let replaced = user.post(&format!("/api/v1/credentials/{}/secret/replace", old.id), json!({})).await;
    assert_eq!(replaced.status, 200);
    assert_eq!(
        (&replaced.json()["api_key"], &replaced.json()["secret_version"]),
        (&json!(old.api_key), &json!(2))
    );
    assert!(!replaced.text().contains("lks_"));
    assert_eq!(old.get(&portal.nobody(), ZONES).await.refused(401), ProblemKind::InvalidApiKey);
    let new = KeyPair::of(&user).await;
    assert_ne!(new.secret_key, old.secret_key);
    assert_eq!(new.get(&portal.nobody(), ZONES).await.status, 200);
}

#[tokio::test]
async fn a_revoked_key_is_gone_and_another_may_be_made() {
    let portal = TestPortal::start().await;
    let old = portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    assert_eq!(user.post("/api/v1/credentials", json!({})).await.refused(409), ProblemKind::WrongState);
    let path = format!("/api/v1/credentials/{}", old.id);
    let revoked = user.post(&format!("{path}/revoke"), json!({})).await;
    assert_eq!((revoked.status, revoked.json()["state"].clone()), (200, json!("revoked")));
    assert_eq!(old.get(&portal.nobody(), ZONES).await.refused(401), ProblemKind::InvalidApiKey);
    for act in ["secret/replace", "revoke"] {
        assert_eq!(
            user.post(&format!("{path}/{act}"), json!({})).await.refused(409),
            ProblemKind::WrongState
        );
    }
    let reveal = user.post(&format!("{path}/secret/reveal"), json!({"purpose": "show"})).await;
    assert_eq!(reveal.refused(409), ProblemKind::WrongState);
    assert_eq!(user.post("/api/v1/credentials", json!({})).await.status, 201);
    let new = KeyPair::of(&user).await;
    assert_ne!(new.id, old.id);
    assert_eq!(new.get(&portal.nobody(), ZONES).await.status, 200);
}

#[tokio::test]
async fn suspended_access_keeps_secrets_shut() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let id = portal.id_of(USER).await;
    let users = admin.get("/api/v1/admin/users?search=user@demo").await.json();
    let body = json!({"version": users["items"][0]["version"], "reason": "The contract has ended."});
    assert_eq!(admin.post(&format!("/api/v1/admin/users/{id}/api-access/disable"), body).await.status, 200);
    assert_eq!(pair.get(&portal.nobody(), ZONES).await.refused(403), ProblemKind::ApiAccessDisabled);
    let user = portal.signed_in(USER).await;
    let path = format!("/api/v1/credentials/{}/secret", pair.id);
    let reveal = user.post(&format!("{path}/reveal"), json!({"purpose": "show"})).await;
    assert_eq!(reveal.refused(403), ProblemKind::ApiAccessDisabled);
    let replace = user.post(&format!("{path}/replace"), json!({})).await;
    assert_eq!(replace.refused(403), ProblemKind::ApiAccessDisabled);
}
