use latchkey_server::clock::timestamp;
use serde_json::{Value, json};

use super::{Scene, items};
use crate::harness::{COLLEAGUE, OTHER, TestClock, USER};

async fn stop_web_1(scene: &Scene) {
    let id = scene.named("compute/instances", "web-1").await["id"].as_str().unwrap().to_owned();
    scene.script(&format!("instance/stopInstance?uuid={id}&forceStop=true")).await;
}

#[tokio::test]
async fn a_resource_tells_which_key_changed_it_last_and_when() {
    let scene = Scene::set().await;
    let untouched = scene.named("compute/instances", "web-2").await;
    assert_eq!(untouched["last_change"], Value::Null);
    stop_web_1(&scene).await;
    let expected = json!({"act": "instance_stopped", "api_key": scene.pair.api_key, "owner": "Dana Demo",
        "at": timestamp(TestClock::START)});
    let stopping = scene.named("compute/instances", "web-1").await;
    assert_eq!((&stopping["state"], &stopping["last_change"]), (&json!("stopping"), &expected));
    scene.portal.clock.advance(60_000);
    let stopped = scene.named("compute/instances", "web-1").await;
    assert_eq!((&stopped["state"], &stopped["last_change"]), (&json!("stopped"), &expected));
    let colleague = scene.portal.signed_in(COLLEAGUE).await;
    let seen = items(&colleague.get("/api/v1/compute/instances?search=web-1").await);
    assert_eq!(seen[0]["last_change"], expected, "colleagues see it too");
}

#[tokio::test]
async fn it_is_in_the_activity_of_the_keys_owner_alone() {
    let scene = Scene::set().await;
    stop_web_1(&scene).await;
    let newest = items(&scene.user.get("/api/v1/activity?limit=1").await).remove(0);
    assert_eq!(
        (&newest["act"], &newest["resource"], &newest["api_key"], &newest["actor"]),
        (&json!("instance_stopped"), &json!("web-1"), &json!(scene.pair.api_key), &json!("Dana Demo"))
    );
    for other in [COLLEAGUE, OTHER] {
        let activity = scene.portal.signed_in(other).await.get("/api/v1/activity").await;
        assert!(!activity.text().contains("instance_stopped"), "{other}");
    }
}

#[tokio::test]
async fn it_stays_when_the_key_is_revoked() {
    let scene = Scene::set().await;
    stop_web_1(&scene).await;
    let path = format!("/api/v1/credentials/{}/revoke", scene.pair.id);
    assert_eq!(scene.user.post(&path, json!({})).await.status, 200);
    let web = scene.named("compute/instances", "web-1").await;
    assert_eq!(web["last_change"]["api_key"], json!(scene.pair.api_key), "{USER}");
}
