use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use crate::harness::{ADMIN, COLLEAGUE, Caller, KeyPair, OTHER, TestPortal, USER};

const USERS: &str = "/api/v1/admin/users";
const ZONES: &str = "/restapi/zone/zonelist";

async fn found(admin: &Caller, search: &str) -> Vec<Value> {
    let page = admin.get(&format!("{USERS}?search={search}")).await;
    assert_eq!(page.status, 200);
    page.json()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn users_are_listed_and_found() {
    let portal = TestPortal::start().await;
    portal.granted(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    assert_eq!(found(&admin, "").await.len(), 3, "the administrator has no access to list");
    assert_eq!(found(&admin, "DEMO%20LTD").await.len(), 2);
    let otto = found(&admin, "otto").await;
    assert_eq!(
        (otto.len(), &otto[0]["user_email"], &otto[0]["state"]),
        (1, &json!(OTHER), &json!("disabled"))
    );
    let dana = &found(&admin, "user@demo").await[0];
    assert_eq!((&dana["state"], &dana["active_keys"]), (&json!("approved"), &json!(1)));
}

#[tokio::test]
async fn access_is_disabled_and_enabled_again_with_the_same_key() {
    let portal = TestPortal::start().await;
    let pair = portal.granted(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let path = format!("{USERS}/{}/api-access", portal.id_of(USER).await);
    let version = found(&admin, "user@demo").await[0]["version"].clone();
    let disabled =
        admin.post(&format!("{path}/disable"), json!({"version": version, "reason": "Unpaid."})).await;
    assert_eq!((disabled.status, disabled.json()["state"].clone()), (200, json!("suspended")));
    assert_eq!(pair.get(&portal.nobody(), ZONES).await.refused(403), ProblemKind::ApiAccessDisabled);
    let status = portal.signed_in(USER).await.get("/api/v1/api-access").await.json()["status"].clone();
    assert_eq!((&status["state"], &status["reason"]), (&json!("suspended"), &json!("Unpaid.")));

    let again =
        admin.post(&format!("{path}/disable"), json!({"version": version, "reason": "Unpaid."})).await;
    assert_eq!(again.refused(409), ProblemKind::VersionConflict);
    let version = again.json()["current"]["user_access"]["version"].clone();
    let twice =
        admin.post(&format!("{path}/disable"), json!({"version": version, "reason": "Unpaid."})).await;
    assert_eq!(twice.refused(409), ProblemKind::WrongState);

    let enabled = admin.post(&format!("{path}/enable"), json!({"version": version})).await;
    assert_eq!((enabled.status, enabled.json()["state"].clone()), (200, json!("approved")));
    assert_eq!(pair.get(&portal.nobody(), ZONES).await.status, 200);
}

#[tokio::test]
async fn enabling_gives_a_user_without_keys_their_first() {
    let portal = TestPortal::start().await;
    let admin = portal.signed_in(ADMIN).await;
    let path = format!("{USERS}/{}/api-access/enable", portal.id_of(COLLEAGUE).await);
    let version = found(&admin, "colleague").await[0]["version"].clone();
    assert_eq!(admin.post(&path, json!({"version": version})).await.status, 200);
    let pair = KeyPair::of(&portal.signed_in(COLLEAGUE).await).await;
    assert_eq!(pair.get(&portal.nobody(), ZONES).await.status, 200);
}

#[tokio::test]
async fn administrators_and_strangers_have_no_access_to_change() {
    let portal = TestPortal::start().await;
    let admin = portal.signed_in(ADMIN).await;
    for id in [portal.id_of(ADMIN).await, uuid::Uuid::now_v7()] {
        let path = format!("{USERS}/{id}/api-access");
        let enable = admin.post(&format!("{path}/enable"), json!({"version": 0})).await;
        assert_eq!(enable.refused(404), ProblemKind::NotFound);
        let disable = admin.post(&format!("{path}/disable"), json!({"version": 0, "reason": "No."})).await;
        assert_eq!(disable.refused(404), ProblemKind::NotFound);
    }
}
