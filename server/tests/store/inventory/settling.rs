use latchkey_server::cloud::{Filter, InstanceAct, InstanceState, VmSnapshot};

use super::furniture::{LATER, WEB, act, at, dana, furnish, new_instance, new_vm_snapshot};
use crate::house::{House, MORNING, TestResult};

on_every_database!(
    nothing_ends_before_it_is_due,
    whatever_is_due_ends_at_once,
    a_later_act_overtakes_what_was_due,
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
