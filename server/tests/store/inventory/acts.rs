use latchkey_server::cloud::{
    Act, Filter, InstanceAct, InstanceState, NetworkAct, Outcome, Thing, VolumeAct,
};
use latchkey_server::store::inventory::InventoryError;
use uuid::Uuid;

use super::furniture::{
    FREE, FRONT, LATER, ROOT, SMALL, WEB, act, at, dana, furnish, new_instance, new_network, new_vm_snapshot,
    new_volume, otto,
};
use crate::house::{House, MORNING, TestResult};

on_every_database!(
    nobody_else_moves_what_a_company_has,
    what_an_act_leads_to_is_told,
    a_network_goes_as_soon_as_its_instances_are_being_destroyed,
    volumes_that_are_no_root_disks_stay_when_their_instance_goes,
    takes_away_again_without_a_trace_what_is_gone,
    refuses_to_take_away_what_the_company_never_had,
);

/// Every act there is, on what is there.
fn acts() -> Vec<(Act, Thing)> {
    let on_instance = |act| (Act::Instance(WEB, act), Thing::Instance);
    vec![
        on_instance(InstanceAct::Start),
        on_instance(InstanceAct::Stop),
        on_instance(InstanceAct::Destroy),
        on_instance(InstanceAct::Rename { display_name: "mine".to_owned() }),
        on_instance(InstanceAct::Resize { compute_offering: SMALL, size: Default::default() }),
        on_instance(InstanceAct::AttachIso(FREE)),
        on_instance(InstanceAct::DetachIso(FREE)),
        on_instance(InstanceAct::ResetSshKey(Uuid::from_u128(40))),
        (Act::Network(FRONT, NetworkAct::Attach { instance: WEB }), Thing::Network),
        (Act::Network(FRONT, NetworkAct::Detach { instance: WEB }), Thing::Network),
        (Act::Network(FRONT, NetworkAct::Delete), Thing::Network),
        (Act::Volume(FREE, VolumeAct::Attach { instance: WEB }), Thing::Volume),
        (Act::Volume(ROOT, VolumeAct::Detach), Thing::Volume),
        (Act::Volume(FREE, VolumeAct::Delete), Thing::Volume),
        (Act::DeleteVmSnapshot(Uuid::from_u128(60)), Thing::VmSnapshot),
    ]
}

async fn nobody_else_moves_what_a_company_has(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    for (act, thing) in acts() {
        let told = format!("{act:?}");
        let outcome = house.store.act(&house.script(otto(house)), act, at(MORNING)).await;
        assert!(matches!(outcome, Err(InventoryError::NotFound(missing)) if missing == thing), "{told}");
    }
    let (company, all) = (dana(house).company, Filter::default());
    assert_eq!(house.store.instances(company, all).await?, seed.instances);
    assert_eq!(house.store.volumes(company, all).await?, seed.volumes);
    assert_eq!(house.store.networks(company, all).await?, seed.networks);
    assert_eq!(house.store.vm_snapshots(company, all).await?, seed.vm_snapshots);
    Ok(())
}

async fn what_an_act_leads_to_is_told(house: &House) -> TestResult {
    furnish(house).await?;
    let stopping = house
        .store
        .act(&house.script(dana(house)), Act::Instance(WEB, InstanceAct::Stop), at(MORNING))
        .await?;
    assert_eq!(stopping, Outcome { id: WEB, status: "STOPPING".into() });
    let deleted = house
        .store
        .act(&house.script(dana(house)), Act::Volume(FREE, VolumeAct::Delete), at(MORNING))
        .await?;
    assert_eq!(deleted, Outcome { id: FREE, status: Outcome::DELETED.into() });
    Ok(())
}

async fn a_network_goes_as_soon_as_its_instances_are_being_destroyed(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    let delete = || Act::Network(FRONT, NetworkAct::Delete);
    let second = house.store.create_instance(&house.script(tenant), new_instance(), at(MORNING)).await?;
    act(house, WEB, InstanceAct::Destroy, MORNING).await?;
    assert!(house.store.act(&house.script(tenant), delete(), at(MORNING)).await.is_err(), "one is left");
    act(house, second.id, InstanceAct::Destroy, MORNING).await?;
    house.store.act(&house.script(tenant), delete(), at(MORNING)).await?;
    assert_eq!(house.store.instance_state(tenant.company, WEB).await?, Some(InstanceState::Destroying));
    house.store.create_network(&house.script(tenant), new_network(), MORNING).await?;
    Ok(())
}

async fn volumes_that_are_no_root_disks_stay_when_their_instance_goes(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    let data = house.store.create_volume(&house.script(tenant), new_volume(), MORNING).await?;
    let attach = Act::Volume(data.id, VolumeAct::Attach { instance: WEB });
    house.store.act(&house.script(tenant), attach, at(MORNING)).await?;
    act(house, WEB, InstanceAct::Destroy, MORNING).await?;
    house.store.settle(MORNING + 1000).await?;
    let left = house.store.volumes(tenant.company, Filter::default()).await?;
    let left: Vec<_> = left.iter().map(|volume| (volume.id, volume.instance_id)).collect();
    assert_eq!(left, [(FREE, None), (data.id, None)]);
    Ok(())
}

/// Removals of a network, a volume, a snapshot, and an instance with a snapshot that goes with it, all of Dana's company.
async fn removals(house: &House) -> TestResult<Vec<Act>> {
    furnish(house).await?;
    let (store, script) = (&house.store, house.script(dana(house)));
    let kept = store.create_vm_snapshot(&script, new_vm_snapshot(), at(MORNING)).await?.id;
    let removals = vec![
        Act::Network(store.create_network(&script, new_network(), MORNING).await?.id, NetworkAct::Delete),
        Act::Volume(store.create_volume(&script, new_volume(), MORNING).await?.id, VolumeAct::Delete),
        Act::DeleteVmSnapshot(Uuid::from_u128(60)),
        Act::Instance(WEB, InstanceAct::Destroy),
    ];
    for removal in removals.clone() {
        store.act(&script, removal, at(MORNING)).await?;
    }
    store.settle(MORNING + LATER).await?;
    Ok([removals, vec![Act::DeleteVmSnapshot(kept)]].concat())
}

async fn takes_away_again_without_a_trace_what_is_gone(house: &House) -> TestResult {
    let removals = removals(house).await?;
    let before = house.store.newest_event().await?;
    for removal in removals {
        let deleted = Outcome { id: removal.id(), status: Outcome::DELETED.into() };
        for _ in 0..2 {
            let again = house.store.act(&house.script(dana(house)), removal.clone(), at(MORNING)).await?;
            assert_eq!(again, deleted, "{removal:?}");
        }
    }
    assert_eq!(
        house.store.newest_event().await?,
        before,
        "neither the audit log nor a page has anything new"
    );
    Ok(())
}

async fn refuses_to_take_away_what_the_company_never_had(house: &House) -> TestResult {
    let removals = removals(house).await?;
    let network = removals[0].id();
    for removal in removals {
        let outcome = house.store.act(&house.script(otto(house)), removal, at(MORNING)).await;
        assert!(matches!(outcome, Err(InventoryError::NotFound(_))), "it is not Otto's");
    }
    for removal in [
        Act::Network(Uuid::from_u128(99), NetworkAct::Delete),
        Act::Volume(network, VolumeAct::Delete),
        Act::Instance(network, InstanceAct::Start),
    ] {
        let outcome = house.store.act(&house.script(dana(house)), removal.clone(), at(MORNING)).await;
        assert!(matches!(outcome, Err(InventoryError::NotFound(_))), "{removal:?}");
    }
    Ok(())
}
