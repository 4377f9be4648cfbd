use std::time::{Duration, Instant};

use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;

use super::Scene;
use crate::harness::{ADMIN, COLLEAGUE, OTHER, USER};

const EVENTS: &str = "/api/v1/events";

#[tokio::test]
async fn a_change_is_told_within_a_second_to_everybody_of_the_company() {
    let scene = Scene::set().await;
    let mut streams = Vec::new();
    for who in [USER, COLLEAGUE] {
        let mut stream = scene.portal.signed_in(who).await.follow(EVENTS).await;
        stream.next().await.unwrap();
        streams.push(stream);
    }
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    let begun = Instant::now();
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    for stream in &mut streams {
        stream.until(&LiveEvent::ResourcesChanged { resource: ResourceKind::Instance }).await;
    }
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn nobody_else_hears_of_it_not_even_afterwards() {
    let scene = Scene::set().await;
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    for who in [OTHER, ADMIN] {
        let caller = scene.portal.signed_in(who).await;
        let mut stream = caller.follow(&format!("{EVENTS}?after=0")).await;
        assert_eq!(caller.delete("/api/v1/session").await.status, 204);
        while let Some(event) = stream.event().await {
            assert!(!matches!(event, LiveEvent::ResourcesChanged { .. }), "{who}: {event:?}");
        }
    }
}
