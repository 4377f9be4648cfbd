use serde_json::{Value, json};

use super::demo_id;
use super::script::{Script, items};

async fn create(script: &Script, name: &str) -> Value {
    let body = json!({"name": name, "description": "By a script", "snapshotMemory": true,
        "virtualmachineUuid": demo_id(1203), "zoneUuid": demo_id(1)});
    items(&script.post("vmsnapshot/createVmSnapshot", body).await).remove(0)
}

async fn seen(script: &Script) -> Vec<(String, String, bool)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of =
        |item: &Value| (text(&item["name"]), text(&item["status"]), item["isCurrent"].as_bool().unwrap());
    script.list("vmsnapshot/vmsnapshotList").await.iter().map(of).collect()
}

fn row(name: &str, status: &str, is_current: bool) -> (String, String, bool) {
    (name.to_owned(), status.to_owned(), is_current)
}

#[tokio::test]
async fn a_snapshot_is_taken_in_its_time_and_the_newest_is_current() {
    let script = Script::start().await;
    let ready = |name, is_current| row(name, "READY", is_current);
    let two = [ready("before-upgrade", false), ready("after-upgrade", true)];
    assert_eq!(seen(&script).await, two);
    let created = create(&script, "now").await;
    assert_eq!((&created["status"], &created["isCurrent"]), (&json!("CREATING"), &json!(true)));
    assert_eq!(created["createdTimeStamp"], crate::harness::TestClock::START);
    script.wait(4);
    let three = [ready("before-upgrade", false), ready("after-upgrade", false), ready("now", true)];
    assert_eq!(seen(&script).await, three);
    script.delete(&format!("vmsnapshot/deleteVmSnapshot/{}", created["jobId"].as_str().unwrap())).await;
    assert_eq!(seen(&script).await, two);
}

#[tokio::test]
async fn one_that_is_being_taken_can_be_deleted() {
    let script = Script::start().await;
    let created = create(&script, "now").await;
    script.delete(&format!("vmsnapshot/deleteVmSnapshot/{}", created["uuid"].as_str().unwrap())).await;
    script.wait(10);
    assert_eq!(seen(&script).await.len(), 2);
}

#[tokio::test]
async fn an_instance_that_changes_is_not_taken() {
    let script = Script::start().await;
    script.get(&format!("instance/stopInstance?uuid={}", demo_id(1203))).await;
    let body = json!({"name": "now", "virtualmachineUuid": demo_id(1203), "zoneUuid": demo_id(1)});
    assert!(script.refused_post("vmsnapshot/createVmSnapshot", body).await.contains("STOPPING"));
}
