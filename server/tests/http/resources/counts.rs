use serde_json::json;

use super::Scene;

#[tokio::test]
async fn the_company_has_so_many_of_each() {
    let scene = Scene::set().await;
    let counts = scene.user.get("/api/v1/resources/counts").await.json();
    assert_eq!(
        counts,
        json!({"instances": 4, "running_instances": 3, "volumes": 6, "vm_snapshots": 2, "ssh_keys": 2, "networks": 4,
            "security_groups": 2})
    );
    let id = scene.named("compute/instances", "web-1").await["id"].as_str().unwrap().to_owned();
    scene.script(&format!("instance/destroyInstance?uuid={id}&expunge=true")).await;
    scene.portal.clock.advance(60_000);
    let counts = scene.user.get("/api/v1/resources/counts").await.json();
    assert_eq!((&counts["instances"], &counts["running_instances"]), (&json!(3), &json!(2)));
    assert_eq!(counts["volumes"], 5, "its root disk is gone too");
}
