use serde_json::json;

use super::demo_id;
use super::script::{Script, items};

async fn create(script: &Script, name: &str) -> serde_json::Value {
    let body = json!({"name": name, "networkOfferingUuid": demo_id(61), "zoneUuid": demo_id(1)});
    items(&script.post("network/createNetwork?isPublic=true", body).await).remove(0)
}

#[tokio::test]
async fn every_network_has_addresses_of_its_own() {
    let script = Script::start().await;
    let (one, two) = (create(&script, "App Tier").await, create(&script, "→").await);
    assert_eq!((&one["cIDR"], &one["gateway"]), (&json!("10.100.0.0/24"), &json!("10.100.0.1")));
    assert_eq!((&two["cIDR"], &two["gateway"]), (&json!("10.100.1.0/24"), &json!("10.100.1.1")));
    assert_eq!(
        (&one["networkDomain"], &two["networkDomain"]),
        (&json!("app-tier.internal"), &json!("network.internal"))
    );
    assert_eq!((&one["domainName"], &one["networkOfferingUuid"]), (&json!("Demo Ltd"), &json!(demo_id(61))));
    script.delete(&format!("network/deleteNetwork/{}", one["uuid"].as_str().unwrap())).await;
    assert_eq!(create(&script, "again").await["cIDR"], "10.100.0.0/24");
}

#[tokio::test]
async fn a_network_in_use_stays() {
    let script = Script::start().await;
    let reply = script.call("DELETE", &format!("network/deleteNetwork/{}", demo_id(12)), None).await;
    assert_eq!(reply.status, 409);
    let user = format!("in use by the instance db-1 ({})", demo_id(1203));
    assert!(reply.problem().detail.contains(&user), "{}", reply.text());
    assert_eq!(script.list("network/networkList").await.len(), 4);
}

/// Terraform takes such a network down before the instance that it refers to.
#[tokio::test]
async fn a_network_that_was_made_around_an_instance_goes_before_it() {
    let script = Script::start().await;
    let around = json!({"name": "around", "networkOfferingUuid": demo_id(61), "zoneUuid": demo_id(1),
        "virtualmachineUuid": demo_id(1201)});
    let network = items(&script.post("network/createNetwork?isPublic=true", around).await).remove(0);
    script.delete(&format!("network/deleteNetwork/{}", network["uuid"].as_str().unwrap())).await;
    let instance = &script.list(&format!("instance/instanceList?vmUuid={}", demo_id(1201))).await[0];
    assert_eq!((&instance["networkUuid"], &instance["state"]), (&json!(demo_id(11)), &json!("RUNNING")));
}

#[tokio::test]
async fn a_network_goes_right_after_its_instances_destruction_was_asked_for() {
    let script = Script::start().await;
    script.get(&format!("instance/destroyInstance?uuid={}&expunge=true", demo_id(1203))).await;
    let done = script.delete(&format!("network/deleteNetwork/{}", demo_id(12))).await;
    assert_eq!(done["status"], "DELETED");
    let going = &script.list(&format!("instance/instanceList?vmUuid={}", demo_id(1203))).await[0];
    assert!(going["networkUuid"].is_null() && going["instancePrivateIp"].is_null());
    script.wait(5);
    assert!(script.list(&format!("instance/instanceList?vmUuid={}", demo_id(1203))).await.is_empty());
}

#[tokio::test]
async fn an_instance_is_in_a_network_once() {
    let script = Script::start().await;
    let member =
        |network: u16, instance: u16| json!({"networkUuid": demo_id(network), "uuid": demo_id(instance)});
    script.post("instance/attachNetwork", member(14, 1201)).await;
    let told = script.refused_post("instance/attachNetwork", member(14, 1201)).await;
    assert!(told.contains("in this network already"), "{told}");
    let told = script.refused_post("instance/attachNetwork", member(13, 1201)).await;
    assert!(told.contains("another zone"), "{told}");
    script.post("instance/detachNetwork", member(14, 1201)).await;
    let again = script.post("instance/detachNetwork", member(14, 1201)).await;
    assert_eq!(again["status"], "IMPLEMENTED");
    let told = script.refused_post("instance/detachNetwork", member(11, 1201)).await;
    assert!(told.contains("created in this network"), "{told}");
}

#[tokio::test]
async fn a_network_can_be_made_around_an_instance() {
    let script = Script::start().await;
    let body = json!({"name": "around", "networkOfferingUuid": demo_id(61), "zoneUuid": demo_id(1),
        "virtualmachineUuid": demo_id(1201)});
    let path = format!("network/createNetwork?isPublic=false&securityGroupId={}", demo_id(82));
    let created = items(&script.post(&path, body).await).remove(0);
    let member = json!({"networkUuid": created["uuid"], "uuid": demo_id(1201)});
    assert!(script.refused_post("instance/attachNetwork", member.clone()).await.contains("already"));
    script.post("instance/detachNetwork", member).await;
}
