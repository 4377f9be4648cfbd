use latchkey_server::cloud::Filter;
use latchkey_server::store::inventory::InventorySeed;
use uuid::Uuid;

use super::furniture::{DISK, FREE, NORTH, SMALL, SOUTH, WEB, catalogue, furnish, network};
use crate::house::{House, TestResult, company_of};

on_every_database!(
    resources_are_listed_as_they_were_added,
    what_is_offered_is_listed_as_it_was_added,
    a_list_is_narrowed_by_zone_and_id,
    a_company_sees_its_own_resources_only,
    adding_again_changes_nothing,
    a_resource_needs_a_zone_that_exists,
);

async fn resources_are_listed_as_they_were_added(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    let company = company_of(&house.dana);
    let all = Filter::default();
    assert_eq!(house.store.networks(company, all).await?, seed.networks);
    assert_eq!(house.store.instances(company, all).await?, seed.instances);
    assert_eq!(house.store.volumes(company, all).await?, seed.volumes);
    assert_eq!(house.store.vm_snapshots(company, all).await?, seed.vm_snapshots);
    assert_eq!(house.store.ssh_keys(company).await?, seed.ssh_keys);
    assert_eq!(house.store.security_groups(company, None).await?, seed.security_groups);
    Ok(())
}

async fn what_is_offered_is_listed_as_it_was_added(house: &House) -> TestResult {
    furnish(house).await?;
    let offered = catalogue();
    let all = Filter::default();
    assert_eq!(house.store.zones(None).await?, offered.zones);
    assert_eq!(house.store.compute_offerings(all).await?, offered.compute_offerings);
    assert_eq!(house.store.storage_offerings(all).await?, offered.storage_offerings);
    assert_eq!(house.store.templates(all).await?, offered.templates);
    assert_eq!(house.store.network_offerings(false, all).await?, offered.network_offerings);
    assert!(house.store.network_offerings(true, all).await?.is_empty());
    Ok(())
}

async fn a_list_is_narrowed_by_zone_and_id(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    let company = company_of(&house.dana);
    assert_eq!(house.store.zones(Some(SOUTH)).await?, catalogue().zones[1..]);
    assert!(house.store.zones(Some(Uuid::from_u128(99))).await?.is_empty());
    let north = Filter { zone: Some(NORTH), id: None };
    for (filter, expected) in [
        (north, &seed.volumes[..1]),
        (Filter { zone: None, id: Some(FREE) }, &seed.volumes[1..]),
        (Filter { zone: Some(NORTH), id: Some(FREE) }, &[]),
    ] {
        assert_eq!(house.store.volumes(company, filter).await?, expected);
    }
    assert_eq!(house.store.networks(company, north).await?, seed.networks[..1]);
    assert_eq!(house.store.instances(company, north).await?, seed.instances);
    let south = Filter { zone: Some(SOUTH), id: None };
    assert!(house.store.templates(south).await?.is_empty());
    assert_eq!(house.store.compute_offerings(south).await?.len(), 1, "offerings are everywhere");
    let nowhere = Filter { zone: Some(Uuid::from_u128(99)), id: None };
    assert!(house.store.compute_offerings(nowhere).await?.is_empty());
    let other = Filter { zone: None, id: Some(DISK) };
    assert!(house.store.compute_offerings(other).await?.is_empty());
    assert_eq!(house.store.compute_offerings(Filter { zone: None, id: Some(SMALL) }).await?.len(), 1);
    Ok(())
}

async fn a_company_sees_its_own_resources_only(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    for stranger in [company_of(&house.otto), Uuid::nil()] {
        for id in [None, Some(FREE), Some(seed.networks[0].id), Some(WEB), Some(seed.vm_snapshots[0].id)] {
            let filter = Filter { id, zone: None };
            assert!(house.store.networks(stranger, filter).await?.is_empty());
            assert!(house.store.instances(stranger, filter).await?.is_empty());
            assert!(house.store.volumes(stranger, filter).await?.is_empty());
            assert!(house.store.vm_snapshots(stranger, filter).await?.is_empty());
            assert!(house.store.security_groups(stranger, id).await?.is_empty());
        }
        assert!(house.store.ssh_keys(stranger).await?.is_empty());
        assert_eq!(house.store.instance_state(stranger, WEB).await?, None);
    }
    Ok(())
}

async fn adding_again_changes_nothing(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    house.store.offer(catalogue()).await?;
    house.store.add_inventory(company_of(&house.otto), seed.clone()).await?;
    let all = Filter::default();
    assert_eq!(house.store.instances(company_of(&house.dana), all).await?, seed.instances);
    assert_eq!(house.store.volumes(company_of(&house.dana), all).await?, seed.volumes);
    assert_eq!(house.store.security_groups(company_of(&house.dana), None).await?, seed.security_groups);
    assert!(house.store.volumes(company_of(&house.otto), all).await?.is_empty());
    Ok(())
}

async fn a_resource_needs_a_zone_that_exists(house: &House) -> TestResult {
    let nowhere = network(Uuid::from_u128(12), Uuid::from_u128(9));
    let seed = InventorySeed { networks: vec![nowhere], ..InventorySeed::default() };
    assert!(house.store.add_inventory(company_of(&house.dana), seed).await.is_err());
    Ok(())
}
