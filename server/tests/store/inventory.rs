use latchkey_server::store::inventory::{Instance, InventoryFilter, InventorySeed, Network, Volume, Zone};
use uuid::Uuid;

use crate::house::{House, MORNING, TestResult, company_of};

on_every_database!(
    resources_are_listed_as_they_were_added,
    a_list_is_narrowed_by_zone_and_id,
    a_company_sees_its_own_resources_only,
    adding_again_changes_nothing,
    a_resource_needs_a_zone_that_exists,
);

const NORTH: Uuid = Uuid::from_u128(1);
const SOUTH: Uuid = Uuid::from_u128(2);

async fn resources_are_listed_as_they_were_added(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    let company = company_of(&house.dana);
    let all = InventoryFilter::default();
    assert_eq!(house.store.zones(None).await?, zones());
    assert_eq!(house.store.networks(company, all).await?, seed.networks);
    assert_eq!(house.store.instances(company, all).await?, seed.instances);
    assert_eq!(house.store.volumes(company, all).await?, seed.volumes);
    Ok(())
}

async fn a_list_is_narrowed_by_zone_and_id(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    let company = company_of(&house.dana);
    assert_eq!(house.store.zones(Some(SOUTH)).await?, zones()[1..]);
    assert!(house.store.zones(Some(Uuid::from_u128(3))).await?.is_empty());
    for (filter, expected) in [
        (InventoryFilter { zone: Some(NORTH), id: None }, &seed.volumes[..1]),
        (InventoryFilter { zone: None, id: Some(seed.volumes[1].id) }, &seed.volumes[1..]),
        (InventoryFilter { zone: Some(NORTH), id: Some(seed.volumes[1].id) }, &[]),
    ] {
        assert_eq!(house.store.volumes(company, filter).await?, expected);
    }
    let north = InventoryFilter { zone: Some(NORTH), id: None };
    assert_eq!(house.store.networks(company, north).await?, seed.networks[..1]);
    assert_eq!(house.store.instances(company, north).await?, seed.instances);
    Ok(())
}

async fn a_company_sees_its_own_resources_only(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    for stranger in [company_of(&house.otto), Uuid::nil()] {
        for id in [None, Some(seed.volumes[0].id), Some(seed.networks[0].id), Some(seed.instances[0].id)] {
            let filter = InventoryFilter { id, zone: None };
            assert!(house.store.networks(stranger, filter).await?.is_empty());
            assert!(house.store.instances(stranger, filter).await?.is_empty());
            assert!(house.store.volumes(stranger, filter).await?.is_empty());
        }
    }
    Ok(())
}

async fn adding_again_changes_nothing(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    house.store.add_inventory(company_of(&house.otto), seed.clone()).await?;
    let all = InventoryFilter::default();
    assert_eq!(house.store.volumes(company_of(&house.dana), all).await?, seed.volumes);
    assert!(house.store.volumes(company_of(&house.otto), all).await?.is_empty());
    Ok(())
}

async fn a_resource_needs_a_zone_that_exists(house: &House) -> TestResult {
    let nowhere = Network { zone_id: Uuid::from_u128(9), ..network(30, NORTH) };
    let seed = InventorySeed { networks: vec![nowhere], ..InventorySeed::default() };
    assert!(house.store.add_inventory(company_of(&house.dana), seed).await.is_err());
    Ok(())
}

async fn furnish(house: &House) -> TestResult<InventorySeed> {
    for zone in zones() {
        house.store.add_zone(zone).await?;
    }
    let networks = vec![network(10, NORTH), network(11, SOUTH)];
    let instances = vec![instance(20, &networks[0])];
    let volumes = vec![volume(30, NORTH, Some("web-1")), volume(31, SOUTH, None)];
    let seed = InventorySeed { instances, volumes, networks };
    house.store.add_inventory(company_of(&house.dana), seed.clone()).await?;
    Ok(seed)
}

fn zones() -> [Zone; 2] {
    [
        Zone { id: NORTH, name: "North".to_owned(), is_active: true },
        Zone { id: SOUTH, name: "South".to_owned(), is_active: false },
    ]
}

fn network(id: u128, zone_id: Uuid) -> Network {
    Network {
        id: Uuid::from_u128(id),
        zone_id,
        name: "front".to_owned(),
        cidr: "10.0.0.0/24".to_owned(),
        gateway: "10.0.0.1".to_owned(),
        kind: "Isolated".to_owned(),
        domain: "front.internal".to_owned(),
        status: "IMPLEMENTED".to_owned(),
    }
}

fn instance(id: u128, network: &Network) -> Instance {
    Instance {
        id: Uuid::from_u128(id),
        zone_id: network.zone_id,
        network_id: network.id,
        name: "web-1".to_owned(),
        display_name: "Web 1".to_owned(),
        owner_name: "Dana Demo".to_owned(),
        network_name: network.name.clone(),
        template_name: "Debian 12".to_owned(),
        cpu_cores: 2,
        memory_mb: 4096,
        disk_gb: 40,
        state: "RUNNING".to_owned(),
        private_ip: "10.0.0.11".to_owned(),
    }
}

fn volume(id: u128, zone_id: Uuid, instance_name: Option<&str>) -> Volume {
    Volume {
        id: Uuid::from_u128(id),
        zone_id,
        name: "data-1".to_owned(),
        kind: "DATADISK".to_owned(),
        storage_offering_name: "Fast SSD".to_owned(),
        size_gb: 100,
        instance_name: instance_name.map(str::to_owned),
        status: "READY".to_owned(),
        created_at: MORNING,
    }
}
