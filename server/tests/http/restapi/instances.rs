use latchkey_contract::ProblemKind;
use serde_json::json;

use super::demo_id;
use super::requests::Request;
use super::script::{Script, items};

#[tokio::test]
async fn an_instance_is_made_in_its_time() {
    let script = Script::start().await;
    let body = Request::of("POST /restapi/instance/createInstance").body.unwrap();
    let created = items(&script.post("instance/createInstance", body).await);
    let id = created[0]["uuid"].as_str().unwrap();
    for (wait, expected) in [(0, "CREATING"), (14, "CREATING"), (1, "RUNNING"), (3600, "RUNNING")] {
        script.wait(wait);
        assert_eq!(script.status(id).await, expected);
        let listed = script.list(&format!("instance/instanceList?vmUuid={id}")).await;
        assert_eq!((&listed[0]["state"], &listed[0]["status"]), (&json!(expected), &json!(expected)));
    }
}

#[tokio::test]
async fn an_instance_stops_and_starts_in_its_time() {
    let script = Script::start().await;
    let id = demo_id(1201);
    let stopping = script.get(&format!("instance/stopInstance?uuid={id}&forceStop=true")).await;
    assert_eq!(stopping, json!({"uuid": id, "jobId": id, "status": "STOPPING"}));
    script.wait(5);
    assert_eq!(script.status(&id).await, "STOPPING");
    script.wait(1);
    assert_eq!(script.status(&id).await, "STOPPED");
    let starting = script.get(&format!("instance/startInstance?uuid={id}")).await;
    assert_eq!(starting["status"], "STARTING");
    script.wait(7);
    assert_eq!(script.status(&id).await, "STARTING");
    script.wait(1);
    assert_eq!(script.status(&id).await, "RUNNING");
}

#[tokio::test]
async fn wrong_states_are_refused_with_a_sentence_that_names_them() {
    let script = Script::start().await;
    let (running, stopped) = (demo_id(1201), demo_id(1204));
    let told = script.refused(&format!("instance/startInstance?uuid={running}")).await;
    assert!(told.contains("STOPPED") && told.contains("RUNNING"), "{told}");
    let told = script.refused(&format!("instance/stopInstance?uuid={stopped}")).await;
    assert!(told.contains("STOPPED") && told.contains("RUNNING"), "{told}");
    script.get(&format!("instance/stopInstance?uuid={running}")).await;
    for act in [
        format!("instance/stopInstance?uuid={running}"),
        format!("instance/startInstance?uuid={running}"),
        format!("instance/resizeVm?uuid={running}&offeringUuid={}", demo_id(32)),
        format!("instance/attachIso?uuid={running}&isoUuid={}", demo_id(53)),
        format!("instance/resetSSHkey?uuid={running}&sshUuid={}", demo_id(72)),
    ] {
        let told = script.refused(&act).await;
        assert!(told.contains("STOPPING"), "{told}");
    }
}

#[tokio::test]
async fn what_is_destroyed_goes_in_its_time_with_what_belongs_to_it() {
    let script = Script::start().await;
    let id = demo_id(1203);
    assert_eq!(script.list("vmsnapshot/vmsnapshotList").await.len(), 2);
    script.get(&format!("instance/destroyInstance?uuid={id}&expunge=true")).await;
    assert_eq!(script.status(&id).await, "DESTROYING");
    assert_eq!(script.get(&format!("instance/destroyInstance?uuid={id}")).await["status"], "DESTROYING");
    for act in ["startInstance", "stopInstance"] {
        let told = script.refused(&format!("instance/{act}?uuid={id}")).await;
        assert!(told.contains("being destroyed"), "{told}");
    }
    let rename = json!({"uuid": id, "displayName": "still here"});
    let reply = script.call("PUT", "instance/updateInstanceName", Some(&rename)).await;
    assert_eq!(reply.refused(409), ProblemKind::WrongState);
    let data = &script.list(&format!("volume/volumeList?uuid={}", demo_id(1305))).await[0];
    assert!(data["vmInstanceName"].is_null(), "its data disk is free at once");
    script.wait(5);
    let gone = script.call("GET", &format!("instance/vmStatus?uuid={id}"), None).await;
    assert_eq!(gone.refused(404), ProblemKind::NotFound);
    assert_eq!(script.list("instance/instanceList").await.len(), 3);
    assert!(script.list("vmsnapshot/vmsnapshotList").await.is_empty());
    assert!(script.list(&format!("volume/volumeList?uuid={}", demo_id(1303))).await.is_empty());
    assert_eq!(script.list(&format!("volume/volumeList?uuid={}", demo_id(1305))).await.len(), 1);
}

#[tokio::test]
async fn destroying_overtakes_whatever_was_under_way() {
    let script = Script::start().await;
    let body = Request::of("POST /restapi/instance/createInstance").body.unwrap();
    let created = items(&script.post("instance/createInstance", body).await);
    let id = created[0]["uuid"].as_str().unwrap();
    script.get(&format!("instance/destroyInstance?uuid={id}&expunge=true")).await;
    script.wait(20);
    assert!(script.list(&format!("instance/instanceList?vmUuid={id}")).await.is_empty());
}

#[tokio::test]
async fn an_instance_that_shall_be_kept_is_not_destroyed() {
    let script = Script::start().await;
    let path = format!("instance/destroyInstance?uuid={}&expunge=false", demo_id(1201));
    assert_eq!(script.call("GET", &path, None).await.refused(400), ProblemKind::MalformedRequest);
    assert_eq!(script.status(&demo_id(1201)).await, "RUNNING");
}

#[tokio::test]
async fn an_instance_takes_another_name_and_size() {
    let script = Script::start().await;
    let id = demo_id(1201);
    script.put("instance/updateInstanceName", json!({"displayName": "Front page", "uuid": id})).await;
    script.get(&format!("instance/resizeVm?uuid={id}&offeringUuid={}&memory=1&cpuCore=2", demo_id(32))).await;
    let listed = &script.list(&format!("instance/instanceList?vmUuid={id}")).await[0];
    assert_eq!((&listed["name"], &listed["displayName"]), (&json!("web-1"), &json!("Front page")));
    assert_eq!((&listed["cpuCore"], &listed["memory"]), (&json!("4"), &json!("16384")));
    assert_eq!(listed["computeOfferingUuid"], demo_id(32));
    let custom = format!("instance/resizeVm?uuid={id}&offeringUuid={}", demo_id(34));
    assert!(script.malformed(&format!("{custom}&memory=2048&cpuCore=")).await.contains("cpuCore"));
    script.get(&format!("{custom}&memory=2048&cpuCore=3")).await;
    let listed = &script.list(&format!("instance/instanceList?vmUuid={id}")).await[0];
    assert_eq!((&listed["cpuCore"], &listed["memory"]), (&json!("3"), &json!("2048")));
}

#[tokio::test]
async fn one_disc_fits_into_an_instance() {
    let script = Script::start().await;
    let (free, used) = (demo_id(1201), demo_id(1204));
    let act = |act: &str, instance: &str, iso: u16| {
        format!("instance/{act}?uuid={instance}&isoUuid={}", demo_id(iso))
    };
    assert!(script.refused(&act("detachIso", &free, 53)).await.contains("not in this instance"));
    assert!(script.refused(&act("attachIso", &free, 55)).await.contains("another zone"));
    script.get(&act("attachIso", &free, 53)).await;
    script.get(&act("attachIso", &free, 53)).await;
    script.get(&act("detachIso", &free, 53)).await;
    script.get(&act("detachIso", &used, 55)).await;
    let no_iso = script.call("GET", &act("attachIso", &free, 51), None).await;
    assert_eq!(no_iso.refused(404), ProblemKind::NotFound);
}

#[tokio::test]
async fn an_instance_takes_another_ssh_key() {
    let script = Script::start().await;
    let id = demo_id(1201);
    script.get(&format!("instance/resetSSHkey?uuid={id}&sshUuid={}", demo_id(72))).await;
    let listed = &script.list(&format!("instance/instanceList?vmUuid={id}")).await[0];
    assert_eq!(listed["sshUuid"], demo_id(72));
}
