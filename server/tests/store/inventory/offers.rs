use latchkey_server::cloud::{Catalogue, Filter, Refusal, Thing, Zone};
use latchkey_server::store::inventory::InventoryError;

use super::furniture::{DEBIAN, NORTH, SMALL, at, catalogue, dana, furnish, new_instance};
use crate::house::{House, MORNING, TestResult, company_of};

on_every_database!(
    what_is_given_again_takes_its_new_values,
    what_is_not_offered_any_more_makes_nothing_new_and_what_was_made_stays,
);

async fn what_is_given_again_takes_its_new_values(house: &House) -> TestResult {
    furnish(house).await?;
    let mut changed = catalogue();
    changed.zones[0].name = "Far north".to_owned();
    changed.compute_offerings[0].memory_mb = 8192;
    changed.templates[0].cost = "3".to_owned();
    house.store.offer(changed).await?;
    assert_eq!(house.store.zones(Some(NORTH)).await?[0].name, "Far north");
    let only = |id| Filter { id: Some(id), zone: None };
    assert_eq!(house.store.compute_offerings(only(SMALL)).await?[0].memory_mb, 8192);
    let debian = house.store.templates(only(DEBIAN)).await?.remove(0);
    assert_eq!((debian.cost.as_str(), debian.zone_name.as_str()), ("3", "Far north"));
    Ok(())
}

async fn what_is_not_offered_any_more_makes_nothing_new_and_what_was_made_stays(house: &House) -> TestResult {
    let seed = furnish(house).await?;
    house.store.offer(Catalogue { templates: Vec::new(), ..catalogue() }).await?;
    let refusal = house.store.create_instance(&house.script(dana(house)), new_instance(), at(MORNING)).await;
    assert!(
        matches!(refusal, Err(InventoryError::Refused(Refusal::Inactive(Thing::Template)))),
        "{refusal:?}"
    );
    let instances = house.store.instances(company_of(&house.dana), Filter::default()).await?;
    assert_eq!(instances, seed.instances);
    house.store.offer(catalogue()).await?;
    house.store.create_instance(&house.script(dana(house)), new_instance(), at(MORNING)).await?;
    let inactive = Zone { is_active: false, ..catalogue().zones.remove(0) };
    house.store.offer(Catalogue { zones: vec![inactive], ..catalogue() }).await?;
    assert!(!house.store.zones(Some(NORTH)).await?[0].is_active);
    Ok(())
}
