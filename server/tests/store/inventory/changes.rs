use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use latchkey_contract::activity::Act as Deed;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::ResourceKind;
use latchkey_server::cloud::{Act, Filter, InstanceAct, NetworkAct, VolumeAct};
use latchkey_server::store::events::Audience;
use tokio::time::timeout;

use super::furniture::{
    FREE, LATER, SMALL, WEB, act, at, dana, furnish, new_instance, new_network, new_vm_snapshot, new_volume,
    otto,
};
use crate::house::{House, MORNING, TestResult, company_of, first_page};

on_every_database!(
    every_change_names_the_key_that_asked_for_it,
    what_was_done_last_is_told_of_each_resource,
    a_refused_act_leaves_no_trace,
    only_the_company_is_told_and_of_the_kinds_that_changed,
    the_end_of_a_change_is_told_and_keeps_the_key,
    the_next_change_is_known,
    a_change_is_noticed_even_when_its_caller_has_hung_up,
);

async fn every_change_names_the_key_that_asked_for_it(house: &House) -> TestResult {
    furnish(house).await?;
    let script = house.script(dana(house));
    let store = &house.store;
    let snapshot = store.create_vm_snapshot(&script, new_vm_snapshot(), at(MORNING)).await?.id;
    store.create_instance(&script, new_instance(), at(MORNING)).await?;
    let network = store.create_network(&script, new_network(), MORNING).await?.id;
    let data = store.create_volume(&script, new_volume(), MORNING).await?.id;
    let volume = |act| Act::Volume(data, act);
    let acts = [
        Act::Instance(WEB, InstanceAct::Rename { display_name: "shop".to_owned() }),
        Act::Instance(WEB, InstanceAct::Resize { compute_offering: SMALL, size: Default::default() }),
        Act::Network(network, NetworkAct::Attach { instance: WEB }),
        Act::Network(network, NetworkAct::Detach { instance: WEB }),
        Act::Network(network, NetworkAct::Delete),
        volume(VolumeAct::Attach { instance: WEB }),
        volume(VolumeAct::Detach),
        volume(VolumeAct::Delete),
        Act::DeleteVmSnapshot(snapshot),
        Act::Instance(WEB, InstanceAct::Stop),
        Act::Instance(WEB, InstanceAct::Destroy),
    ];
    for act in acts {
        store.act(&script, act, at(MORNING)).await?;
    }
    let entries = store.activity(house.dana.id, first_page(15)).await?.items;
    let deeds: Vec<Deed> = entries.iter().rev().map(|entry| entry.act).collect();
    assert_eq!(
        deeds,
        [
            Deed::VmSnapshotCreated,
            Deed::InstanceCreated,
            Deed::NetworkCreated,
            Deed::VolumeCreated,
            Deed::InstanceRenamed,
            Deed::InstanceResized,
            Deed::NetworkAttached,
            Deed::NetworkDetached,
            Deed::NetworkDeleted,
            Deed::VolumeAttached,
            Deed::VolumeDetached,
            Deed::VolumeDeleted,
            Deed::VmSnapshotDeleted,
            Deed::InstanceStopped,
            Deed::InstanceDestroyed,
        ]
    );
    for entry in &entries {
        assert_eq!((&entry.api_key, entry.actor.as_str()), (&Some(script.api_key.clone()), "Dana Demo"));
        assert!(entry.resource.is_some(), "{entry:?}");
    }
    assert_eq!(entries[0].resource.as_deref(), Some("shop"));
    assert_eq!(house.newest_acts(&house.colin, 1).await?, [Deed::SignedIn], "it is not Colin's");
    assert_eq!(store.first_broken_audit_entry().await?, None);
    Ok(())
}

async fn what_was_done_last_is_told_of_each_resource(house: &House) -> TestResult {
    furnish(house).await?;
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    house.store.settle(MORNING + LATER).await?;
    house.clock.set(MORNING + LATER);
    act(house, WEB, InstanceAct::Start, MORNING + LATER).await?;
    let changes = house.store.last_changes(&[WEB, FREE]).await?;
    assert_eq!(changes.len(), 1, "no key ever changed the volume");
    assert_eq!(changes[&WEB].act, Deed::InstanceStarted);
    assert_eq!(changes[&WEB].api_key, house.script(dana(house)).api_key);
    assert_eq!(
        (changes[&WEB].owner.as_str(), changes[&WEB].at.as_str()),
        ("Dana Demo", "2026-03-01T09:30:01.000Z")
    );
    assert!(house.store.last_changes(&[]).await?.is_empty());
    Ok(())
}

async fn a_refused_act_leaves_no_trace(house: &House) -> TestResult {
    furnish(house).await?;
    let before = house.store.newest_event().await?;
    let start = Act::Instance(WEB, InstanceAct::Start);
    assert!(
        house.store.act(&house.script(dana(house)), start, at(MORNING)).await.is_err(),
        "it runs already"
    );
    let destroy = Act::Instance(WEB, InstanceAct::Destroy);
    assert!(
        house.store.act(&house.script(otto(house)), destroy, at(MORNING)).await.is_err(),
        "it is not Otto's"
    );
    assert_eq!(house.store.newest_event().await?, before);
    assert!(house.store.last_changes(&[WEB]).await?.is_empty());
    Ok(())
}

fn changed(kinds: &[ResourceKind]) -> Vec<LiveEvent> {
    kinds.iter().map(|kind| LiveEvent::ResourcesChanged { resource: *kind }).collect()
}

async fn only_the_company_is_told_and_of_the_kinds_that_changed(house: &House) -> TestResult {
    furnish(house).await?;
    let before = house.store.newest_event().await?;
    act(house, WEB, InstanceAct::Destroy, MORNING).await?;
    let told = house.told(before, Audience::Company(company_of(&house.dana))).await?;
    assert_eq!(told, changed(&[ResourceKind::Instance, ResourceKind::Volume]));
    assert_eq!(house.told(before, Audience::User(house.dana.id)).await?, [LiveEvent::ActivityAdded]);
    for nobody in [
        Audience::Company(company_of(&house.otto)),
        Audience::Administrators,
        Audience::User(house.colin.id),
        Audience::User(company_of(&house.dana)),
    ] {
        assert_eq!(house.told(before, nobody).await?, [], "{nobody:?}");
    }
    Ok(())
}

async fn the_end_of_a_change_is_told_and_keeps_the_key(house: &House) -> TestResult {
    furnish(house).await?;
    let company = Audience::Company(company_of(&house.dana));
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    let before = house.store.newest_event().await?;
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(house.told(before, company).await?, changed(&[ResourceKind::Instance]));
    assert_eq!(house.store.last_changes(&[WEB]).await?[&WEB].act, Deed::InstanceStopped);
    house
        .store
        .create_vm_snapshot(&house.script(dana(house)), new_vm_snapshot(), at(MORNING + LATER))
        .await?;
    let before = house.store.newest_event().await?;
    house.store.settle(MORNING + 2 * LATER).await?;
    assert_eq!(house.told(before, company).await?, changed(&[ResourceKind::VmSnapshot]));
    act(house, WEB, InstanceAct::Destroy, MORNING + 2 * LATER).await?;
    let before = house.store.newest_event().await?;
    house.store.settle(MORNING + 3 * LATER).await?;
    let all = [ResourceKind::Instance, ResourceKind::Volume, ResourceKind::VmSnapshot];
    assert_eq!(house.told(before, company).await?, changed(&all));
    Ok(())
}

async fn the_next_change_is_known(house: &House) -> TestResult {
    furnish(house).await?;
    assert_eq!(house.store.next_due().await?, None);
    house.store.create_vm_snapshot(&house.script(dana(house)), new_vm_snapshot(), at(MORNING + 5)).await?;
    assert_eq!(house.store.next_due().await?, Some(MORNING + 5 + LATER));
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    assert_eq!(house.store.next_due().await?, Some(MORNING + LATER));
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(house.store.next_due().await?, Some(MORNING + 5 + LATER));
    house.store.settle(MORNING + 5 + LATER).await?;
    assert_eq!(house.store.next_due().await?, None);
    Ok(())
}

/// Hangs up at every point of an act: before, in the middle of and after its commit.
async fn a_change_is_noticed_even_when_its_caller_has_hung_up(house: &House) -> TestResult {
    furnish(house).await?;
    let (by, tenant) = (house.script(dana(house)), dana(house));
    let volumes = async || house.store.volumes(tenant.company, Filter::default()).await;
    let (before, mut noticed) = (volumes().await?.len(), house.store.committed());
    let first = *noticed.borrow();
    for looks in 0..300 {
        let mut act = house.store.create_volume(&by, new_volume(), MORNING);
        for _ in 0..looks {
            if poll_fn(|context| Poll::Ready(act.as_mut().poll(context).is_ready())).await {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    // It waits for whatever is still being written.
    house.store.create_volume(&by, new_volume(), MORNING).await?;
    let acts = u64::try_from(volumes().await?.len() - before)?;
    timeout(Duration::from_secs(10), noticed.wait_for(|now| now.wrapping_sub(first) == acts)).await??;
    Ok(())
}
