//! The program ends without a word, a hundred times, in the middle of what the embedded cloud does.

use std::collections::BTreeMap;
use std::sync::Arc;

use latchkey_server::cloud::{Act, Filter, InstanceAct, InstanceState, NewInstance};
use latchkey_server::secrets::{Issuer, SealingKey};
use latchkey_server::store::access::ApiAccess;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::inventory::{Inventory, InventorySeed};
use latchkey_server::store::sqlite::SqliteStore;
use tempfile::TempDir;
use uuid::Uuid;

use crate::house::{HASH, MORNING, TestResult, TickingClock, create, key_owner, script_of, sign_in};
use crate::inventory::furniture::{FRONT, NORTH, at, catalogue, network, new_instance};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

/// An order of an instance whose name no other one has.
fn order() -> NewInstance {
    let name = Uuid::now_v7().to_string();
    NewInstance { name, ssh_key: None, security_group: None, ..new_instance() }
}

#[tokio::test]
async fn what_was_acknowledged_is_there_and_goes_on() -> TestResult {
    let dir = TempDir::new()?;
    let file = dir.path().join("latchkey.db");
    let (key, text) = SealingKey::generate()?;
    let issuer = Issuer::new(SealingKey::parse(&text)?);
    let open = async || SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await.map(Arc::new);
    let store = open().await?;
    let company = store.ensure_company("Demo Ltd", OperatorAuthority).await?.id;
    let dana = create(&*store, "dana@demo.example", "Dana", "Demo", Some(company)).await?;
    let session = sign_in(&*store, &dana, HASH).await?.authority;
    store.request_access(&session, None, Some(issuer.new_credential(key_owner(&dana)))).await?;
    let script = script_of(&*store, &dana).await?;
    let tenant = script.tenant();
    store.offer(catalogue()).await?;
    let networks = vec![network(FRONT, NORTH)];
    store.add_inventory(tenant.company, InventorySeed { networks, ..InventorySeed::default() }).await?;
    drop(store);

    let mut dice = Dice(7);
    let mut now = MORNING;
    // What each acknowledged instance becomes; none for those that cease to be.
    let mut expected: BTreeMap<Uuid, Option<InstanceState>> = BTreeMap::new();
    for round in 0..100 {
        let store = open().await?;
        for _ in 0..3 {
            now += i64::try_from(dice.below(700))?;
            store.settle(now).await?;
            if dice.below(3) == 0 || expected.is_empty() {
                let made = store.create_instance(&script, order(), at(now)).await?;
                expected.insert(made.id, Some(InstanceState::Running));
                continue;
            }
            let id = *expected.keys().nth(dice.below(expected.len())).ok_or("none")?;
            let (act, becomes) = match dice.below(5) {
                0 => (InstanceAct::Destroy, None),
                1 | 2 => (InstanceAct::Stop, Some(InstanceState::Stopped)),
                _ => (InstanceAct::Start, Some(InstanceState::Running)),
            };
            // One that is refused, for a wrong state, changes nothing.
            if store.act(&script, Act::Instance(id, act), at(now)).await.is_ok() {
                expected.insert(id, becomes);
            }
        }
        let cut_short = store.clone();
        let by = script.clone();
        let call = tokio::spawn(async move { cut_short.create_instance(&by, order(), at(now)).await });
        for _ in 0..dice.below(4) {
            tokio::task::yield_now().await;
        }
        call.abort();
        match call.await {
            Ok(made) => {
                expected.insert(made?.id, Some(InstanceState::Running));
            }
            Err(cancelled) => assert!(cancelled.is_cancelled(), "round {round}"),
        }
    }

    let store = open().await?;
    store.settle(now + 1000).await?;
    let all = store.instances(tenant.company, Filter::default()).await?;
    assert!(all.iter().all(|instance| instance.state.is_settled()), "nothing hangs");
    for (id, becomes) in &expected {
        assert_eq!(store.instance_state(tenant.company, *id).await?, *becomes, "{id}");
    }
    let roots = store.volumes(tenant.company, Filter::default()).await?;
    assert_eq!(roots.len(), all.len(), "each has its root disk, and no other is left");
    assert!(expected.values().filter(|becomes| becomes.is_none()).count() > 10);
    Ok(())
}
