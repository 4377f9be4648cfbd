//! What is offered from now on: rows of the catalogue as they are given. A row that is not given any more stays, inactive,
//! for what was made from it.

use sqlx::SqliteConnection;

use crate::cloud::{Catalogue, ComputeOffering, NetworkOffering, StorageOffering, Template, Zone};
use crate::store::StoreError;

const WITHDRAW: [&str; 5] = [
    "UPDATE zone SET is_active = 0",
    "UPDATE compute_offering SET is_active = 0",
    "UPDATE storage_offering SET is_active = 0",
    "UPDATE template SET is_active = 0",
    "UPDATE network_offering SET is_active = 0",
];

pub(super) async fn offer(db: &mut SqliteConnection, catalogue: Catalogue) -> Result<(), StoreError> {
    for withdraw in WITHDRAW {
        sqlx::query(withdraw).execute(&mut *db).await?;
    }
    for zone in catalogue.zones {
        put_zone(db, zone).await?;
    }
    for offering in catalogue.compute_offerings {
        put_compute_offering(db, offering).await?;
    }
    for offering in catalogue.storage_offerings {
        put_storage_offering(db, offering).await?;
    }
    for template in catalogue.templates {
        put_template(db, template).await?;
    }
    for offering in catalogue.network_offerings {
        put_network_offering(db, offering).await?;
    }
    Ok(())
}

async fn put_zone(db: &mut SqliteConnection, zone: Zone) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO zone (id, name, is_active) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = \
         excluded.name, is_active = excluded.is_active",
    )
    .bind(zone.id)
    .bind(zone.name)
    .bind(zone.is_active)
    .execute(db)
    .await?;
    Ok(())
}

async fn put_compute_offering(
    db: &mut SqliteConnection,
    offering: ComputeOffering,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO compute_offering (id, name, display_text, cpu_cores, clock_mhz, memory_mb, storage_type, \
         is_active) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, \
         display_text = excluded.display_text, cpu_cores = excluded.cpu_cores, clock_mhz = \
         excluded.clock_mhz, memory_mb = excluded.memory_mb, storage_type = excluded.storage_type, is_active \
         = excluded.is_active",
    )
        .bind(offering.id)
        .bind(offering.name)
        .bind(offering.display_text)
        .bind(offering.cpu_cores)
        .bind(offering.clock_mhz)
        .bind(offering.memory_mb)
        .bind(offering.storage_type)
        .bind(offering.is_active)
    .execute(db)
    .await?;
    Ok(())
}

async fn put_storage_offering(
    db: &mut SqliteConnection,
    offering: StorageOffering,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO storage_offering (id, name, description, storage_type, disk_gb, is_custom, is_active) \
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = \
         excluded.description, storage_type = excluded.storage_type, disk_gb = excluded.disk_gb, is_custom = \
         excluded.is_custom, is_active = excluded.is_active",
    )
    .bind(offering.id)
    .bind(offering.name)
    .bind(offering.description)
    .bind(offering.storage_type)
    .bind(offering.disk_gb)
    .bind(offering.is_custom)
    .bind(offering.is_active)
    .execute(db)
    .await?;
    Ok(())
}

async fn put_template(db: &mut SqliteConnection, template: Template) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO template (id, zone_id, name, description, os_category, format, disk_gb, cost, is_active) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET zone_id = excluded.zone_id, name = \
         excluded.name, description = excluded.description, os_category = excluded.os_category, format = \
         excluded.format, disk_gb = excluded.disk_gb, cost = excluded.cost, is_active = excluded.is_active",
    )
        .bind(template.id)
        .bind(template.zone_id)
        .bind(template.name)
        .bind(template.description)
        .bind(template.os_category)
        .bind(template.format)
        .bind(template.disk_gb)
        .bind(template.cost)
        .bind(template.is_active)
    .execute(db)
    .await?;
    Ok(())
}

async fn put_network_offering(
    db: &mut SqliteConnection,
    offering: NetworkOffering,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO network_offering (id, name, display_text, availability, guest_ip_type, is_trial, \
         for_vpc, is_active) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = \
         excluded.name, display_text = excluded.display_text, availability = excluded.availability, \
         guest_ip_type = excluded.guest_ip_type, is_trial = excluded.is_trial, for_vpc = excluded.for_vpc, \
         is_active = excluded.is_active",
    )
    .bind(offering.id)
    .bind(offering.name)
    .bind(offering.display_text)
    .bind(offering.availability)
    .bind(offering.guest_ip_type)
    .bind(offering.is_trial)
    .bind(offering.for_vpc)
    .bind(offering.is_active)
    .execute(db)
    .await?;
    Ok(())
}
