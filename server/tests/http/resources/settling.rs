use std::time::Duration;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use latchkey_server::cloud::{EmbeddedCloud, InstanceState, Pace};
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::inventory::Inventory;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::Scene;
use crate::harness::COLLEAGUE;

/// What a server does in the background.
struct Background {
    task: JoinHandle<()>,
    stop: oneshot::Sender<()>,
}

impl Background {
    fn of(scene: &Scene) -> Self {
        let (store, clock) = (scene.portal.store.clone(), scene.portal.clock.clone());
        let cloud = EmbeddedCloud::new(store, clock, Pace::REALISTIC);
        let (stop, told_to_stop) = oneshot::channel();
        let told_to_stop = async { told_to_stop.await.unwrap() };
        Self { task: tokio::spawn(async move { cloud.settle_when_due(told_to_stop).await }), stop }
    }

    /// Fails if it goes on although it is told to stop.
    async fn ends(self) {
        self.stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(10), self.task).await.unwrap().unwrap();
    }
}

async fn state(scene: &Scene, id: &str) -> Option<InstanceState> {
    let company = scene.portal.store.ensure_company("Demo Ltd", OperatorAuthority).await.unwrap().id;
    scene.portal.store.instance_state(company, id.parse::<Uuid>().unwrap()).await.unwrap()
}

#[tokio::test]
async fn changes_end_without_anybody_calling_and_are_told() {
    let scene = Scene::set().await;
    let background = Background::of(&scene);
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    let mut stream = scene.portal.signed_in(COLLEAGUE).await.follow("/api/v1/events").await;
    stream.next().await.unwrap();
    let changed = LiveEvent::ResourcesChanged { resource: ResourceKind::Instance };
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    stream.until(&changed).await;
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Starting));
    scene.portal.clock.advance(Pace::REALISTIC.start);
    stream.until(&changed).await;
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Running));
    scene.script(&format!("instance/destroyInstance?uuid={id}&expunge=true")).await;
    stream.until(&changed).await;
    scene.portal.clock.advance(Pace::REALISTIC.destroy);
    stream.until(&changed).await;
    assert_eq!(state(&scene, &id).await, None);
    background.ends().await;
}

#[tokio::test]
async fn what_became_due_while_no_server_ran_ends_at_its_start() {
    let scene = Scene::set().await;
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    scene.portal.clock.advance(Pace::REALISTIC.start);
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Starting));
    let mut stream = scene.portal.signed_in(COLLEAGUE).await.follow("/api/v1/events").await;
    stream.next().await.unwrap();
    let background = Background::of(&scene);
    stream.until(&LiveEvent::ResourcesChanged { resource: ResourceKind::Instance }).await;
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Running));
    background.ends().await;
}
