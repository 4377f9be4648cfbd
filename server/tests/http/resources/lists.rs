use latchkey_contract::ProblemKind;
use serde_json::json;

use super::{LISTS, Scene, items, names};
use crate::harness::{ADMIN, COLLEAGUE, OTHER, TestPortal};

#[tokio::test]
async fn colleagues_see_the_same_and_another_company_none_of_it() {
    let portal = TestPortal::start().await;
    let (colleague, stranger) = (portal.signed_in(COLLEAGUE).await, portal.signed_in(OTHER).await);
    for (list, count) in LISTS {
        let path = format!("/api/v1/{list}");
        let seen = items(&colleague.get(&path).await);
        assert_eq!(seen.len(), count, "{list}");
        for foreign in items(&stranger.get(&path).await) {
            assert!(seen.iter().all(|own| own["id"] != foreign["id"]), "{list}: {foreign}");
        }
    }
}

#[tokio::test]
async fn administrators_have_no_resources() {
    let portal = TestPortal::start().await;
    let administrator = portal.signed_in(ADMIN).await;
    for path in LISTS.map(|(list, _)| list).iter().chain(&["resources/counts", "resources/samples"]) {
        let reply = administrator.get(&format!("/api/v1/{path}")).await;
        assert_eq!(reply.refused(403), ProblemKind::Forbidden, "{path}");
    }
}

#[tokio::test]
async fn each_kind_comes_with_what_a_console_shows() {
    let scene = Scene::set().await;
    let mut web = scene.named("compute/instances", "web-1").await;
    web.as_object_mut().unwrap().remove("id");
    assert_eq!(
        web,
        json!({"name": "web-1", "state": "running", "template": "Ubuntu 24.04", "cpu_cores": 2, "memory_mb": 4096,
            "disk_gb": 40, "network": "front", "private_ip": "10.10.1.11", "zone": web["zone"]})
    );
    assert!(!web["zone"].as_str().unwrap().is_empty());
    let volume = scene.named("compute/volumes", "db-1-data").await;
    assert_eq!((&volume["instance"], &volume["is_root"]), (&json!("db-1"), &json!(false)));
    let snapshot = scene.named("compute/vm-snapshots", "after-upgrade").await;
    assert_eq!((&snapshot["instance"], &snapshot["is_current"]), (&json!("db-1"), &json!(true)));
    assert_eq!(scene.named("compute/ssh-keys", "laptop").await["state"], "ready");
    assert_eq!(scene.named("network/networks", "front").await["cidr"], "10.10.1.0/24");
    for group in scene.list("network/security-groups").await {
        assert!(group["ingress_rules"].is_u64() && group["egress_rules"].is_u64(), "{group}");
    }
}

#[tokio::test]
async fn an_instance_is_called_the_same_everywhere() {
    let scene = Scene::set().await;
    let id = scene.named("compute/instances", "db-1").await["id"].clone();
    let body = json!({"uuid": id, "displayName": "Ledger"});
    let call = scene.pair.call(&scene.portal.nobody(), "PUT", "/restapi/instance/updateInstanceName");
    assert_eq!(call.json(&body).send().await.status, 200);
    assert_eq!(scene.named("compute/instances", "Ledger").await["id"], id);
    assert_eq!(scene.named("compute/volumes", "db-1-data").await["instance"], "Ledger");
    assert_eq!(scene.named("compute/vm-snapshots", "after-upgrade").await["instance"], "Ledger");
}

#[tokio::test]
async fn a_search_looks_into_names_ids_and_what_is_shown() {
    let scene = Scene::set().await;
    let search = async |list: &str, text: &str| {
        let found = scene.list(&format!("{list}?search={text}")).await;
        names(&found).join(" ")
    };
    assert_eq!(search("compute/instances", "WEB").await, "web-1 web-2");
    assert_eq!(search("compute/instances", "10.10.1.12").await, "web-2");
    assert_eq!(search("compute/instances", "ubuntu").await, "web-1 web-2");
    assert_eq!(search("compute/instances", "%20web-2%20").await, "web-2");
    assert_eq!(search("compute/instances", "nothing-like-this").await, "");
    assert_eq!(search("compute/volumes", "db-1").await, "db-1-data db-1-root");
    assert_eq!(search("network/networks", "10.10.2").await, "back");
    let id = scene.named("compute/ssh-keys", "laptop").await["id"].as_str().unwrap().to_owned();
    assert_eq!(search("compute/ssh-keys", &id).await, "laptop");
}
