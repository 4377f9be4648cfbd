use latchkey_server::cloud::{
    Act, Filter, InstanceAct, InstanceState, NewInstance, NewNetwork, NewVmSnapshot, NewVolume, Refusal,
    Thing, VmSnapshot, Volume,
};
use latchkey_server::store::inventory::{InventoryError, MOST};
use uuid::Uuid;

use super::furniture::{
    BACK, FREE, FRONT, SMALL, SOUTH, WEB, act, at, dana, furnish, new_instance, new_network, new_vm_snapshot,
    new_volume, otto,
};
use crate::house::{House, MORNING, TestResult};

on_every_database!(
    an_instance_comes_with_its_disk_and_its_place_in_the_network,
    the_rest_is_made_as_it_was_asked_for,
    what_an_order_names_must_be_there,
    what_an_order_names_of_another_company_is_not_there,
    a_zone_that_is_closed_takes_nothing_new,
    a_refused_order_leaves_nothing_behind,
    refuses_a_name_that_another_instance_of_the_company_has,
    frees_a_name_when_the_destruction_of_its_instance_begins,
    a_network_has_room_for_so_many,
    a_company_has_room_for_so_many,
);

const UNKNOWN: Uuid = Uuid::from_u128(99);

fn missing<T>(outcome: Result<T, InventoryError>) -> Option<Thing> {
    match outcome {
        Err(InventoryError::NotFound(thing)) => Some(thing),
        _ => None,
    }
}

fn refused<T>(outcome: Result<T, InventoryError>) -> Option<Refusal> {
    match outcome {
        Err(InventoryError::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

async fn an_instance_comes_with_its_disk_and_its_place_in_the_network(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    let made = house.store.create_instance(&house.script(tenant), new_instance(), at(MORNING)).await?;
    assert_eq!((made.state, made.owner_name.as_str()), (InstanceState::Creating, "Dana Demo"));
    assert_eq!((made.network_id, made.private_ip.as_deref()), (Some(FRONT), Some("10.0.10.10")));
    assert_eq!((made.cpu_cores, made.memory_mb, made.disk_gb), (2, 4096, 10));
    let order = NewInstance { name: "web-3".to_owned(), ..new_instance() };
    let next = house.store.create_instance(&house.script(tenant), order, at(MORNING)).await?;
    assert_eq!(next.private_ip.as_deref(), Some("10.0.10.12"), "one is taken");
    assert!(next.id > made.id);
    let volumes = house.store.volumes(tenant.company, Filter::default()).await?;
    let root = volumes.iter().find(|volume| volume.instance_id == Some(made.id)).ok_or("no disk")?;
    assert_eq!((root.kind.as_str(), root.size_gb, root.created_at), (Volume::ROOT, 10, MORNING));
    Ok(())
}

async fn the_rest_is_made_as_it_was_asked_for(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    let network = house.store.create_network(&house.script(tenant), new_network(), MORNING).await?;
    assert_eq!((network.cidr.as_str(), network.domain_name.as_str()), ("10.100.0.0/24", "Demo Ltd"));
    let volume = house.store.create_volume(&house.script(tenant), new_volume(), MORNING).await?;
    assert_eq!((volume.size_gb, volume.instance_id, volume.kind.as_str()), (5, None, Volume::DATA));
    let snapshot =
        house.store.create_vm_snapshot(&house.script(tenant), new_vm_snapshot(), at(MORNING)).await?;
    assert_eq!((snapshot.status.as_str(), snapshot.is_current), (VmSnapshot::TAKING, true));
    assert_eq!(house.store.vm_snapshots(tenant.company, Filter::default()).await?.last(), Some(&snapshot));
    Ok(())
}

async fn what_an_order_names_must_be_there(house: &House) -> TestResult {
    furnish(house).await?;
    let (store, tenant) = (&house.store, dana(house));
    let name = || Some("no such".to_owned());
    for (order, thing) in [
        (NewInstance { zone: UNKNOWN, ..new_instance() }, Thing::Zone),
        (NewInstance { compute_offering: UNKNOWN, ..new_instance() }, Thing::ComputeOffering),
        (NewInstance { template: UNKNOWN, ..new_instance() }, Thing::Template),
        (NewInstance { network: UNKNOWN, ..new_instance() }, Thing::Network),
        (NewInstance { storage_offering: Some(UNKNOWN), ..new_instance() }, Thing::StorageOffering),
        (NewInstance { ssh_key: name(), ..new_instance() }, Thing::SshKey),
        (NewInstance { security_group: name(), ..new_instance() }, Thing::SecurityGroup),
    ] {
        assert_eq!(
            missing(store.create_instance(&house.script(tenant), order, at(MORNING)).await),
            Some(thing)
        );
    }
    for (order, thing) in [
        (NewNetwork { zone: UNKNOWN, ..new_network() }, Thing::Zone),
        (NewNetwork { offering: SMALL, ..new_network() }, Thing::NetworkOffering),
        (NewNetwork { security_group: Some(UNKNOWN), ..new_network() }, Thing::SecurityGroup),
        (NewNetwork { instance: Some(UNKNOWN), ..new_network() }, Thing::Instance),
    ] {
        assert_eq!(missing(store.create_network(&house.script(tenant), order, MORNING).await), Some(thing));
    }
    let order = NewVolume { offering: UNKNOWN, ..new_volume() };
    assert_eq!(
        missing(store.create_volume(&house.script(tenant), order, MORNING).await),
        Some(Thing::StorageOffering)
    );
    let order = NewVmSnapshot { instance: FREE, ..new_vm_snapshot() };
    assert_eq!(
        missing(store.create_vm_snapshot(&house.script(tenant), order, at(MORNING)).await),
        Some(Thing::Instance)
    );
    Ok(())
}

async fn what_an_order_names_of_another_company_is_not_there(house: &House) -> TestResult {
    furnish(house).await?;
    let (store, stranger) = (&house.store, otto(house));
    let order = NewInstance { ssh_key: None, security_group: None, ..new_instance() };
    assert_eq!(
        missing(store.create_instance(&house.script(stranger), order, at(MORNING)).await),
        Some(Thing::Network)
    );
    let order = NewNetwork { instance: Some(WEB), ..new_network() };
    assert_eq!(
        missing(store.create_network(&house.script(stranger), order, MORNING).await),
        Some(Thing::Instance)
    );
    let outcome = store.create_vm_snapshot(&house.script(stranger), new_vm_snapshot(), at(MORNING)).await;
    assert_eq!(missing(outcome), Some(Thing::Instance));
    assert!(store.networks(stranger.company, Filter::default()).await?.is_empty());
    Ok(())
}

async fn a_zone_that_is_closed_takes_nothing_new(house: &House) -> TestResult {
    furnish(house).await?;
    let order = NewVolume { zone: SOUTH, ..new_volume() };
    let outcome = house.store.create_volume(&house.script(dana(house)), order, MORNING).await;
    assert_eq!(refused(outcome), Some(Refusal::Inactive(Thing::Zone)));
    Ok(())
}

async fn a_refused_order_leaves_nothing_behind(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    let tenant = dana(house);
    let order = NewInstance { network: BACK, ..new_instance() };
    let outcome = house.store.create_instance(&house.script(tenant), order, at(MORNING)).await;
    assert_eq!(refused(outcome), Some(Refusal::AnotherZone(Thing::Network)));
    let all = Filter::default();
    assert_eq!(house.store.instances(tenant.company, all).await?, seed.instances);
    assert_eq!(house.store.volumes(tenant.company, all).await?, seed.volumes);
    Ok(())
}

fn named(name: &str) -> NewInstance {
    NewInstance { name: name.to_owned(), ..new_instance() }
}

fn rename(id: Uuid, name: &str) -> Act {
    Act::Instance(id, InstanceAct::Rename { display_name: name.to_owned() })
}

async fn refuses_a_name_that_another_instance_of_the_company_has(house: &House) -> TestResult {
    furnish(house).await?;
    let (store, script) = (&house.store, house.script(dana(house)));
    for name in ["web-1", "Web 1"] {
        let outcome = store.create_instance(&script, named(name), at(MORNING)).await;
        assert_eq!(refused(outcome), Some(Refusal::NameTaken(WEB)), "{name}");
    }
    let second = store.create_instance(&script, named("web 1"), at(MORNING)).await?.id;
    for name in ["Web 1", "web-1"] {
        let outcome = store.act(&script, rename(second, name), at(MORNING)).await;
        assert_eq!(refused(outcome), Some(Refusal::NameTaken(WEB)), "{name}");
        store.act(&script, rename(WEB, name), at(MORNING)).await?;
    }
    let outcome = store.create_instance(&script, named("web 1"), at(MORNING)).await;
    assert_eq!(refused(outcome), Some(Refusal::NameTaken(second)));
    assert_eq!(store.instances(dana(house).company, Filter::default()).await?.len(), 2);
    let theirs = NewNetwork { name: "theirs".to_owned(), ..new_network() };
    let network = store.create_network(&house.script(otto(house)), theirs, MORNING).await?.id;
    let theirs = NewInstance { network, ssh_key: None, security_group: None, ..named("web-1") };
    store.create_instance(&house.script(otto(house)), theirs, at(MORNING)).await?;
    Ok(())
}

async fn frees_a_name_when_the_destruction_of_its_instance_begins(house: &House) -> TestResult {
    furnish(house).await?;
    let script = house.script(dana(house));
    act(house, WEB, InstanceAct::Destroy, MORNING).await?;
    house.store.create_instance(&script, named("web-1"), at(MORNING)).await?;
    Ok(())
}

async fn a_network_has_room_for_so_many(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    let order = |number: usize| NewInstance { name: format!("node-{number}"), ..new_instance() };
    for number in 0..244 {
        house.store.create_instance(&house.script(tenant), order(number), at(MORNING)).await?;
    }
    let outcome = house.store.create_instance(&house.script(tenant), order(244), at(MORNING)).await;
    assert_eq!(refused(outcome), Some(Refusal::NetworkFull));
    assert_eq!(house.store.instances(tenant.company, Filter::default()).await?.len(), 245);
    Ok(())
}

async fn a_company_has_room_for_so_many(house: &House) -> TestResult {
    furnish(house).await?;
    let tenant = dana(house);
    for _ in 2..MOST {
        house.store.create_network(&house.script(tenant), new_network(), MORNING).await?;
    }
    let all = house.store.networks(tenant.company, Filter::default()).await?;
    let mut cidrs: Vec<_> = all.iter().map(|network| &network.cidr).collect();
    cidrs.sort();
    cidrs.dedup();
    assert_eq!(cidrs.len(), 500, "no two have the same addresses");
    let outcome = house.store.create_network(&house.script(tenant), new_network(), MORNING).await;
    assert_eq!(refused(outcome), Some(Refusal::TooMany { thing: Thing::Network, most: MOST }));
    Ok(())
}
