use latchkey_server::cloud::{
    Filter, Instance, InstanceAct, InstanceState, NewVmSnapshot, VmSnapshot, Volume,
};

use latchkey_server::store::inventory::LONGEST_CHANGE;

use super::furniture::{LATER, WEB, act, at, dana, furnish, new_instance, new_vm_snapshot};
use crate::house::{House, MORNING, TestResult};

on_every_database!(
    nothing_ends_before_it_is_due,
    whatever_is_due_ends_at_once,
    a_later_act_overtakes_what_was_due,
    a_change_from_before_the_clock_was_set_back_ends_at_once,
    shows_what_is_due_as_it_will_be,
    shows_what_is_not_due_as_it_is,
);

async fn state(house: &House) -> TestResult<Option<InstanceState>> {
    Ok(house.store.instance_state(dana(house).company, WEB).await?)
}

async fn nothing_ends_before_it_is_due(house: &House) -> TestResult {
    furnish(house).await?;
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    house.store.settle(MORNING + LATER - 1).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Stopping));
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Stopped));
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Stopped));
    Ok(())
}

async fn whatever_is_due_ends_at_once(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    house.store.create_instance(&house.script(tenant), new_instance(), at(MORNING)).await?;
    house.store.create_vm_snapshot(&house.script(tenant), new_vm_snapshot(), at(MORNING)).await?;
    house.store.settle(MORNING + LATER).await?;
    let all = Filter::default();
    let instances = house.store.instances(tenant.company, all).await?;
    assert!(instances.iter().all(|instance| instance.state == InstanceState::Running));
    let snapshots = house.store.vm_snapshots(tenant.company, all).await?;
    assert!(snapshots.iter().all(|snapshot| snapshot.status == VmSnapshot::READY));
    act(house, WEB, InstanceAct::Destroy, MORNING).await?;
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(state(house).await?, None);
    assert!(house.store.vm_snapshots(tenant.company, all).await?.is_empty());
    assert_eq!(house.store.volumes(tenant.company, all).await?.len(), 2, "its root disk is gone");
    Ok(())
}

async fn a_later_act_overtakes_what_was_due(house: &House) -> TestResult {
    furnish(house).await?;
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    act(house, WEB, InstanceAct::Destroy, MORNING + 500).await?;
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Destroying));
    house.store.settle(MORNING + 500 + LATER).await?;
    assert_eq!(state(house).await?, None);
    Ok(())
}

const HOUR: i64 = 60 * 60 * 1000;

async fn a_change_from_before_the_clock_was_set_back_ends_at_once(house: &House) -> TestResult {
    furnish(house).await?;
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    house.store.settle(MORNING + LATER - LONGEST_CHANGE).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Stopping), "the longest change would not be done");
    house.store.settle(MORNING - HOUR).await?;
    assert_eq!(state(house).await?, Some(InstanceState::Stopped));
    Ok(())
}

type Resources = (Vec<Instance>, Vec<Volume>, Vec<VmSnapshot>);

async fn resources(house: &House, now: Option<i64>) -> TestResult<Resources> {
    let (company, all) = (dana(house).company, Filter::default());
    let instances = house.store.instances_at(company, all, now).await?;
    for instance in &instances {
        let state = house.store.instance_state_at(company, instance.id, now).await?;
        assert_eq!(state, Some(instance.state));
    }
    let volumes = house.store.volumes_at(company, all, now).await?;
    Ok((instances, volumes, house.store.vm_snapshots_at(company, all, now).await?))
}

/// Every kind of change begins: one instance is made, another destroyed, of which there is a snapshot, and a third of which
/// one is being taken stops.
async fn begin_every_change(house: &House) -> TestResult {
    furnish(house).await?;
    let script = house.script(dana(house));
    let made = house.store.create_instance(&script, new_instance(), at(MORNING - LATER)).await?.id;
    house.store.settle(MORNING).await?;
    house
        .store
        .create_vm_snapshot(&script, NewVmSnapshot { instance: made, ..new_vm_snapshot() }, at(MORNING))
        .await?;
    house.store.create_vm_snapshot(&script, new_vm_snapshot(), at(MORNING)).await?;
    act(house, made, InstanceAct::Destroy, MORNING).await?;
    act(house, WEB, InstanceAct::Stop, MORNING).await?;
    house.store.create_instance(&script, new_instance(), at(MORNING)).await?;
    Ok(())
}

async fn shows_what_is_due_as_it_will_be(house: &House) -> TestResult {
    begin_every_change(house).await?;
    for now in [MORNING + LATER, MORNING + HOUR, MORNING - HOUR] {
        let written = resources(house, None).await?;
        let shown = resources(house, Some(now)).await?;
        assert_ne!(shown, written);
        assert_eq!(
            (shown.0.len(), shown.1.len() + 1, shown.2.len() + 1),
            (written.0.len() - 1, written.1.len(), written.2.len())
        );
    }
    let shown = resources(house, Some(MORNING + LATER)).await?;
    house.store.settle(MORNING + LATER).await?;
    assert_eq!(resources(house, None).await?, shown);
    Ok(())
}

async fn shows_what_is_not_due_as_it_is(house: &House) -> TestResult {
    begin_every_change(house).await?;
    let shown = resources(house, Some(MORNING + LATER - 1)).await?;
    assert_eq!(shown, resources(house, None).await?);
    Ok(())
}
