use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use super::demo_id;
use super::script::{Script, items};

async fn create(script: &Script) -> String {
    let body =
        json!({"name": "data", "diskSize": 25, "storageOfferingUuid": demo_id(41), "zoneUuid": demo_id(1)});
    let created = items(&script.post("volume/createVolume", body).await).remove(0);
    assert_eq!((&created["storageDiskSize"], &created["volumeType"]), (&json!("25"), &json!("DATADISK")));
    created["jobId"].as_str().unwrap().to_owned()
}

async fn volume(script: &Script, id: &str) -> Value {
    script.list(&format!("volume/volumeList?uuid={id}")).await.remove(0)
}

#[tokio::test]
async fn a_volume_is_attached_and_detached_by_its_job_id() {
    let script = Script::start().await;
    let id = create(&script).await;
    let done = script.get(&format!("volume/attachVolume?uuid={id}&instanceUuid={}", demo_id(1201))).await;
    assert_eq!(done, json!({"uuid": id, "jobId": id, "status": "READY"}));
    assert_eq!(volume(&script, &id).await["vmInstanceName"], "web-1");
    for _ in 0..2 {
        script.get(&format!("volume/detachVolume?uuid={id}")).await;
    }
    assert!(volume(&script, &id).await["vmInstanceName"].is_null());
    let done = script.delete(&format!("volume/deleteVolume/{id}")).await;
    assert_eq!(done["status"], "DELETED");
    assert_eq!(script.delete(&format!("volume/deleteVolume/{id}")).await, done);
}

#[tokio::test]
async fn wrong_acts_are_refused() {
    let script = Script::start().await;
    let (root, attached, free) = (demo_id(1301), demo_id(1305), demo_id(1306));
    let (here, elsewhere) = (demo_id(1201), demo_id(1204));
    for (path, words) in [
        (format!("volume/attachVolume?uuid={attached}&instanceUuid={here}"), "Detach it first"),
        (format!("volume/attachVolume?uuid={free}&instanceUuid={here}"), "another zone"),
        (format!("volume/attachVolume?uuid={root}&instanceUuid={elsewhere}"), "root disk"),
        (format!("volume/detachVolume?uuid={root}"), "root disk"),
    ] {
        let told = script.refused(&path).await;
        assert!(told.contains(words), "{told}");
    }
    for (id, words) in [(root, "root disk"), (attached, "Detach it first")] {
        let reply = script.call("DELETE", &format!("volume/deleteVolume/{id}"), None).await;
        assert_eq!(reply.refused(409), ProblemKind::WrongState);
        assert!(reply.problem().detail.contains(words), "{}", reply.text());
    }
}

#[tokio::test]
async fn the_refusal_of_an_attached_volume_names_its_instance() {
    let script = Script::start().await;
    script.put("instance/updateInstanceName", json!({"displayName": "Main", "uuid": demo_id(1203)})).await;
    let holder = format!("attached to the instance Main ({})", demo_id(1203));
    let attach = format!("volume/attachVolume?uuid={}&instanceUuid={}", demo_id(1305), demo_id(1201));
    let told = script.refused(&attach).await;
    assert!(told.contains(&holder), "{told}");
    let reply = script.call("DELETE", &format!("volume/deleteVolume/{}", demo_id(1305)), None).await;
    assert_eq!(reply.refused(409), ProblemKind::WrongState);
    assert!(reply.problem().detail.contains(&holder), "{}", reply.text());
}

#[tokio::test]
async fn an_instance_that_changes_keeps_its_volumes() {
    let script = Script::start().await;
    script.get(&format!("instance/stopInstance?uuid={}", demo_id(1203))).await;
    assert!(
        script.refused(&format!("volume/detachVolume?uuid={}", demo_id(1305))).await.contains("STOPPING")
    );
    script.wait(6);
    script.get(&format!("volume/detachVolume?uuid={}", demo_id(1305))).await;
}

#[tokio::test]
async fn the_volume_of_an_instance_that_is_being_destroyed_can_be_deleted() {
    let script = Script::start().await;
    script.get(&format!("instance/destroyInstance?uuid={}&expunge=true", demo_id(1203))).await;
    script.delete(&format!("volume/deleteVolume/{}", demo_id(1305))).await;
}
