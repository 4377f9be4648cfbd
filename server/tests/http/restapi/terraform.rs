//! The provider's life cycle, in its order.

use std::sync::Arc;

use serde_json::{Value, json};

use super::script::{Script, items};
use super::{Request, demo_id};

fn id(created: &Value) -> String {
    items(created)[0]["uuid"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn everything_is_made_used_and_destroyed() {
    let script = Script::start().await;
    let zone = demo_id(1);
    let before = script.list("instance/instanceList").await;
    for request in Request::all().into_iter().filter(|it| it.method == "GET" && it.query.is_empty()) {
        let path = format!("{}?zoneUuid={zone}", request.path.trim_start_matches("/restapi/"));
        script.list(&path).await;
    }

    let network = script
        .post(
            "network/createNetwork?isPublic=true",
            json!({"name": "tf", "networkOfferingUuid": demo_id(61), "zoneUuid": zone}),
        )
        .await;
    let network = id(&network);
    let instance = script
        .post(
            "instance/createInstance",
            json!({"computeOfferingUuid": demo_id(31), "diskSize": 0, "name": "tf-1", "networkUuid": network,
                "templateUuid": demo_id(52), "zoneUuid": zone}),
        )
        .await;
    let instance = id(&instance);
    let mut polls = 0;
    script.wait(10);
    while script.status(&instance).await != "RUNNING" {
        script.wait(10);
        polls += 1;
    }
    assert_eq!(polls, 1);
    let volume = script
        .post(
            "volume/createVolume",
            json!({"name": "tf-data", "diskSize": 10, "storageOfferingUuid": demo_id(42), "zoneUuid": zone}),
        )
        .await;
    let volume = items(&volume)[0]["jobId"].as_str().unwrap().to_owned();
    script.get(&format!("volume/attachVolume?uuid={volume}&instanceUuid={instance}")).await;
    script.put("instance/updateInstanceName", json!({"displayName": "renamed", "uuid": instance})).await;
    script.get(&format!("instance/stopInstance?uuid={instance}&forceStop=true")).await;
    script.wait(20);
    assert_eq!(script.status(&instance).await, "STOPPED");
    script.get(&format!("instance/startInstance?uuid={instance}")).await;
    script.wait(20);
    assert_eq!(script.status(&instance).await, "RUNNING");
    let snapshot = script
        .post(
            "vmsnapshot/createVmSnapshot",
            json!({"name": "tf", "description": "", "snapshotMemory": false, "virtualmachineUuid": instance,
                "zoneUuid": zone}),
        )
        .await;

    script.delete(&format!("vmsnapshot/deleteVmSnapshot/{}", id(&snapshot))).await;
    script.get(&format!("volume/detachVolume?uuid={volume}")).await;
    script.delete(&format!("volume/deleteVolume/{volume}")).await;
    script.get(&format!("instance/destroyInstance?uuid={instance}&expunge=true")).await;
    script.delete(&format!("network/deleteNetwork/{network}")).await;
    script.wait(20);
    assert_eq!(script.list("instance/instanceList").await, before);
}

#[tokio::test]
async fn ten_calls_at_once_all_pass() {
    let script = Arc::new(Script::start().await);
    let body = Request::of("POST /restapi/instance/createInstance").body.unwrap();
    let calls: Vec<_> = (0..10)
        .map(|number| {
            let (script, mut body) = (script.clone(), body.clone());
            body["name"] = json!(format!("web-{number}0"));
            tokio::spawn(async move { id(&script.post("instance/createInstance", body).await) })
        })
        .collect();
    let mut made = Vec::new();
    for call in calls {
        made.push(call.await.unwrap());
    }
    let listed = script.list("instance/instanceList").await;
    let mut addresses: Vec<_> = listed.iter().map(|item| item["instancePrivateIp"].to_string()).collect();
    assert!(made.iter().all(|id| listed.iter().any(|item| item["uuid"] == **id)));
    addresses.sort();
    addresses.dedup();
    // Two of the demo's have the same one, in different networks.
    assert_eq!((listed.len(), addresses.len()), (14, 14));
}
