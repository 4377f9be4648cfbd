use std::time::Duration;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use latchkey_server::cloud::{EmbeddedCloud, InstanceState, Pace};
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::inventory::Inventory;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
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

const HOUR: i64 = 60 * 60 * 1000;

#[tokio::test]
async fn a_clock_that_is_set_back_delays_no_change() {
    let scene = Scene::set().await;
    let background = Background::of(&scene);
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    let mut stream = scene.portal.signed_in(COLLEAGUE).await.follow("/api/v1/events").await;
    stream.next().await.unwrap();
    let changed = LiveEvent::ResourcesChanged { resource: ResourceKind::Instance };
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    stream.until(&changed).await;
    scene.portal.clock.set_back(HOUR);
    scene.portal.clock.advance(Pace::REALISTIC.start - 1);
    assert!(scene.status(&id).await.contains("STARTING"));
    scene.portal.clock.advance(1);
    assert!(scene.status(&id).await.contains("RUNNING"));
    stream.until(&changed).await;
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Running));
    background.ends().await;
}

#[tokio::test]
async fn a_change_from_before_the_clock_was_set_back_ends_at_a_restart() {
    let scene = Scene::set().await;
    let id = scene.named("compute/instances", "batch-1").await["id"].as_str().unwrap().to_owned();
    scene.script(&format!("instance/startInstance?uuid={id}")).await;
    let mut stream = scene.portal.signed_in(COLLEAGUE).await.follow("/api/v1/events").await;
    stream.next().await.unwrap();
    scene.portal.clock.set_back(HOUR);
    let background = Background::of(&scene);
    stream.until(&LiveEvent::ResourcesChanged { resource: ResourceKind::Instance }).await;
    assert_eq!(state(&scene, &id).await, Some(InstanceState::Running));
    background.ends().await;
}

#[tokio::test]
async fn reads_do_not_wait_for_another_process_that_writes() {
    let scene = Scene::set().await;
    let named = async |name: &str| -> String {
        scene.named("compute/instances", name).await["id"].as_str().unwrap().to_owned()
    };
    let (starting, destroyed) = (named("batch-1").await, named("db-1").await);
    scene.script(&format!("instance/startInstance?uuid={starting}")).await;
    scene.script(&format!("instance/destroyInstance?uuid={destroyed}&expunge=true")).await;
    scene.portal.clock.advance(Pace::REALISTIC.start);

    let file = SqliteConnectOptions::new().filename(scene.portal.dir.path().join("latchkey.db"));
    let mut other = file.connect().await.unwrap();
    let lock = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let reads = async {
        assert!(scene.status(&starting).await.contains("RUNNING"));
        let instances = scene.read("instance/instanceList").await;
        assert!(instances.contains(&starting) && !instances.contains(&destroyed), "{instances}");
        let volumes = scene.read("volume/volumeList").await;
        assert!(volumes.contains("batch-1") && !volumes.contains("db-1-root"), "{volumes}");
        let snapshots = scene.read("vmsnapshot/vmsnapshotList").await;
        assert!(!snapshots.contains(&destroyed), "{snapshots}");
    };
    tokio::time::timeout(Duration::from_secs(5), reads).await.unwrap();
    lock.rollback().await.unwrap();
}
