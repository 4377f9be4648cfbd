//! What creation answers, and what it refuses.

use latchkey_contract::ProblemKind;
use serde_json::{Value, json};

use super::demo_id;
use super::requests::Request;
use super::script::{Script, items};

fn body_of(operation: &str) -> Value {
    Request::of(operation).body.unwrap()
}

fn with(mut body: Value, name: &str, value: impl Into<Value>) -> Value {
    body[name] = value.into();
    body
}

#[tokio::test]
async fn what_was_created_is_the_one_item_and_then_in_the_list() {
    for (create, list, ready) in [
        ("instance/createInstance", "instance/instanceList", "CREATING"),
        ("network/createNetwork", "network/networkList", "IMPLEMENTED"),
        ("volume/createVolume", "volume/volumeList", "READY"),
        ("vmsnapshot/createVmSnapshot", "vmsnapshot/vmsnapshotList", "CREATING"),
    ] {
        let script = Script::start().await;
        let body = body_of(&format!("POST /restapi/{create}"));
        let created = items(&script.post(create, body.clone()).await);
        assert_eq!(created.len(), 1, "{create}");
        let by = if create.starts_with("instance") { "vmUuid" } else { "uuid" };
        let id = created[0]["uuid"].as_str().unwrap();
        assert_eq!(script.list(&format!("{list}?{by}={id}")).await, created);
        assert_eq!(
            (&created[0]["name"], created[0]["status"].as_str()),
            (&body["name"], Some(ready)),
            "{create}"
        );
        if !created[0]["jobId"].is_null() {
            assert_eq!(created[0]["jobId"], id);
        }
    }
}

#[tokio::test]
async fn takes_whole_numbers_in_every_form_of_json() {
    let script = Script::start().await;
    for operation in ["POST /restapi/volume/createVolume", "POST /restapi/instance/createInstance"] {
        let (method, route) = operation.split_once(' ').unwrap();
        for (form, name) in [("20.0", "point"), ("2e1", "exponent")] {
            let body = with(with(body_of(operation), "diskSize", 20), "name", name);
            let body = body.to_string().replace("\"diskSize\":20", &format!("\"diskSize\":{form}"));
            assert!(body.contains(form));
            let call = script.pair.call(&script.portal.nobody(), method, route);
            let reply = call.header("content-type", "application/json").body(body).send().await;
            assert_eq!(reply.status, 200, "{operation} {form}: {}", reply.text());
            let created = items(&reply.json()).remove(0);
            let size = created.get("storageDiskSize").or(created.get("rootDiskSize"));
            assert_eq!(size, Some(&json!("20")), "{operation} {form}");
        }
    }
}

#[tokio::test]
async fn an_instance_has_what_was_asked_for() {
    let script = Script::start().await;
    let body = json!({"name": " web-9 ", "computeOfferingUuid": demo_id(34), "templateUuid": demo_id(51),
        "networkUuid": demo_id(11), "zoneUuid": demo_id(1), "diskSize": 55, "cpuCore": "3", "memory": "1536",
        "hypervisorName": "KVM", "securitygroupName": "web", "sshKeyName": "laptop",
        "storageOfferingUuid": demo_id(42)});
    let created = items(&script.post("instance/createInstance", body).await).remove(0);
    let id = created["uuid"].clone();
    assert_eq!(
        created,
        json!({"uuid": id, "name": "web-9", "displayName": "web-9", "instanceOwnerName": "Dana Demo",
            "networkName": "front", "templateName": "Ubuntu 24.04", "cpuCore": "3", "memory": "1536",
            "diskSize": 55.0, "rootDiskSize": "55", "volumeSize": "55", "state": "CREATING", "status": "CREATING",
            "instancePrivateIp": "10.10.1.10", "networkUuid": demo_id(11), "storageOfferingUuid": demo_id(42),
            "computeOfferingUuid": demo_id(34), "templateUuid": demo_id(51), "zoneUuid": demo_id(1),
            "sshUuid": demo_id(71), "isActive": true})
    );
    let volumes = script.list("volume/volumeList").await;
    let root = volumes.iter().find(|volume| volume["name"] == "web-9-root").unwrap();
    assert_eq!(
        (
            &root["volumeType"],
            &root["storageDiskSize"],
            &root["vmInstanceName"],
            &root["storageOfferingName"]
        ),
        (&json!("ROOT"), &json!("55"), &json!("web-9"), &json!("Fast SSD"))
    );
}

#[tokio::test]
async fn the_root_disk_is_as_large_as_offering_and_template_say() {
    let script = Script::start().await;
    let body = body_of("POST /restapi/instance/createInstance");
    for (storage, wanted, expected) in [
        (None, 0, Ok("20")),
        (None, 30, Ok("30")),
        (Some(41), 0, Ok("20")),
        (Some(43), 0, Ok("20")),
        (Some(43), 20, Ok("20")),
        (Some(43), 30, Err("20 GB")),
        (Some(41), 19, Err("20 GB")),
        (None, 1, Err("20 GB")),
    ] {
        let body = with(body.clone(), "name", format!("web-{wanted}-{}", storage.unwrap_or_default()));
        let mut body = with(body, "diskSize", wanted);
        if let Some(storage) = storage {
            body["storageOfferingUuid"] = json!(demo_id(storage));
        }
        match expected {
            Ok(size) => {
                let created = items(&script.post("instance/createInstance", body).await);
                assert_eq!(created[0]["rootDiskSize"], size);
            }
            Err(words) => {
                let told = script.malformed_post("instance/createInstance", body).await;
                assert!(told.contains(words), "{told}");
            }
        }
    }
}

#[tokio::test]
async fn what_does_not_go_together_is_refused() {
    let script = Script::start().await;
    let instance = body_of("POST /restapi/instance/createInstance");
    let network = body_of("POST /restapi/network/createNetwork");
    let snapshot = body_of("POST /restapi/vmsnapshot/createVmSnapshot");
    for (path, body, words) in [
        ("instance/createInstance", with(instance.clone(), "templateUuid", demo_id(53)), "is an ISO"),
        ("instance/createInstance", with(instance.clone(), "templateUuid", demo_id(54)), "another zone"),
        ("instance/createInstance", with(instance.clone(), "networkUuid", demo_id(13)), "another zone"),
        ("network/createNetwork", with(network.clone(), "networkOfferingUuid", demo_id(63)), "VPC"),
        ("network/createNetwork", with(network.clone(), "virtualmachineUuid", demo_id(1204)), "another zone"),
        ("vmsnapshot/createVmSnapshot", with(snapshot, "zoneUuid", demo_id(2)), "another zone"),
    ] {
        let told = script.refused_post(path, body).await;
        assert!(told.contains(words), "{told}");
    }
    for (path, body) in [
        ("instance/createInstance", with(instance.clone(), "sshKeyName", "office")),
        ("instance/createInstance", with(instance, "securitygroupName", "no such group")),
        ("network/createNetwork", with(network.clone(), "virtualmachineUuid", demo_id(2201))),
        (
            "network/createNetwork?isPublic=false&securityGroupId=01954d10-0000-7000-8000-000000000af1",
            network,
        ),
    ] {
        let reply = script.call("POST", path, Some(&body)).await;
        assert_eq!(reply.refused(404), ProblemKind::NotFound, "{path} {body}");
    }
    assert_eq!(script.list("network/networkList").await.len(), 4);
    assert_eq!(script.list("instance/instanceList").await.len(), 4);
}

#[tokio::test]
async fn sizes_that_the_offering_does_not_have_are_malformed() {
    let script = Script::start().await;
    let sized = |cores: &str, memory: &str| {
        let body = with(body_of("POST /restapi/instance/createInstance"), "computeOfferingUuid", demo_id(34));
        with(with(body, "cpuCore", cores), "memory", memory)
    };
    let volume = body_of("POST /restapi/volume/createVolume");
    for (path, body, words) in [
        ("instance/createInstance", sized("2", ""), "cpuCore and memory"),
        ("instance/createInstance", sized("0", "1024"), "cpuCore must be a whole number from 1 to 128"),
        ("instance/createInstance", sized("2", "255"), "memory must be a whole number from 256 to 1048576"),
        ("volume/createVolume", with(volume.clone(), "diskSize", 0), "diskSize"),
        ("volume/createVolume", with(volume, "storageOfferingUuid", demo_id(43)), "20 GB"),
    ] {
        let told = script.malformed_post(path, body).await;
        assert!(told.contains(words), "{told}");
    }
}

#[tokio::test]
async fn an_offering_with_a_size_of_its_own_asks_nobody() {
    let script = Script::start().await;
    let body = with(body_of("POST /restapi/instance/createInstance"), "memory", "1");
    let created = items(&script.post("instance/createInstance", with(body, "cpuCore", "0")).await).remove(0);
    assert_eq!((&created["cpuCore"], &created["memory"]), (&json!("2"), &json!("4096")));
}

#[tokio::test]
async fn sizes_that_are_none_are_malformed() {
    let script = Script::start().await;
    let body = body_of("POST /restapi/instance/createInstance");
    for (name, value) in [
        ("cpuCore", json!("-1")),
        ("cpuCore", json!("+1")),
        ("memory", json!("00001024")),
        ("cpuCore", json!("two")),
        ("cpuCore", json!(2)),
        ("memory", json!("99999999999999999999")),
        ("diskSize", json!(65_537)),
        ("storageOfferingUuid", json!("first")),
    ] {
        let body = with(body.clone(), name, value);
        let reply = script.call("POST", "instance/createInstance", Some(&body)).await;
        assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{body}");
    }
}
