use serde_json::{Value, json};

use super::Scene;

/// What a page makes of them.
async fn created(scene: &Scene, path: &str, body: Value) {
    let call = scene.pair.call(&scene.portal.nobody(), "POST", &format!("/restapi/{path}"));
    let reply = call.json(&body).send().await;
    assert_eq!(reply.status, 200, "{}", reply.text());
}

#[tokio::test]
async fn everything_can_be_created_with_them() {
    let scene = Scene::set().await;
    let ids = scene.user.get("/api/v1/resources/samples").await.json();
    let network =
        json!({"name": "front", "networkOfferingUuid": ids["network_offering"], "zoneUuid": ids["zone"]});
    created(&scene, "network/createNetwork?isPublic=true", network).await;
    let volume = json!({"name": "data-1", "diskSize": 10, "storageOfferingUuid": ids["storage_offering"],
        "zoneUuid": ids["zone"]});
    created(&scene, "volume/createVolume", volume).await;
    let instance = json!({"name": "web-3", "diskSize": 0, "computeOfferingUuid": ids["compute_offering"],
        "templateUuid": ids["template"], "networkUuid": ids["network"], "zoneUuid": ids["zone"]});
    created(&scene, "instance/createInstance", instance).await;
    let snapshot = json!({"name": "before-upgrade", "description": "", "snapshotMemory": false,
        "virtualmachineUuid": ids["instance"], "zoneUuid": ids["instance_zone"]});
    created(&scene, "vmsnapshot/createVmSnapshot", snapshot).await;
}
