//! What the cloud offers, listed and looked up.

use sqlx::SqliteConnection;
use uuid::Uuid;

use crate::cloud::{
    ComputeOffering, Filter, NetworkOffering, Refusal, StorageOffering, Template, Thing, Zone,
};
use crate::store::StoreError;
use crate::store::inventory::InventoryError;

/// Offerings are there in every zone that exists.
macro_rules! offerings {
    ($columns:literal, $table:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM ",
            $table,
            " WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM zone WHERE id = ?1)) AND (?2 IS NULL OR id = ?2) ORDER BY id"
        )
    };
}

const COMPUTE: &str = offerings!(
    "id, name, display_text, cpu_cores, clock_mhz, memory_mb, storage_type, is_active",
    "compute_offering"
);
const STORAGE: &str =
    offerings!("id, name, description, storage_type, disk_gb, is_custom, is_active", "storage_offering");
const NETWORK: &str = offerings!(
    "id, name, display_text, availability, guest_ip_type, is_trial, for_vpc, is_active",
    "network_offering"
);
const TEMPLATES: &str = "SELECT t.id, t.zone_id, z.name AS zone_name, t.name, t.description, t.os_category, t.format, \
                                t.disk_gb, t.cost, t.is_active \
                         FROM template t JOIN zone z ON z.id = t.zone_id \
                         WHERE (?1 IS NULL OR t.zone_id = ?1) AND (?2 IS NULL OR t.id = ?2) ORDER BY t.id";

pub(super) async fn zones(db: &mut SqliteConnection, id: Option<Uuid>) -> Result<Vec<Zone>, StoreError> {
    let sql = "SELECT id, name, is_active FROM zone WHERE ?1 IS NULL OR id = ?1 ORDER BY id";
    Ok(sqlx::query_as(sql).bind(id).fetch_all(db).await?)
}

pub(super) async fn compute_offerings(
    db: &mut SqliteConnection,
    filter: Filter,
) -> Result<Vec<ComputeOffering>, StoreError> {
    Ok(sqlx::query_as(COMPUTE).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn storage_offerings(
    db: &mut SqliteConnection,
    filter: Filter,
) -> Result<Vec<StorageOffering>, StoreError> {
    Ok(sqlx::query_as(STORAGE).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn network_offerings(
    db: &mut SqliteConnection,
    filter: Filter,
) -> Result<Vec<NetworkOffering>, StoreError> {
    Ok(sqlx::query_as(NETWORK).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn templates(
    db: &mut SqliteConnection,
    filter: Filter,
) -> Result<Vec<Template>, StoreError> {
    Ok(sqlx::query_as(TEMPLATES).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

/// The zone, if it takes anything new.
pub(super) async fn zone(db: &mut SqliteConnection, id: Uuid) -> Result<Zone, InventoryError> {
    let zone = zones(db, Some(id)).await?.pop().ok_or(InventoryError::NotFound(Thing::Zone))?;
    offered(zone.is_active, Thing::Zone)?;
    Ok(zone)
}

pub(super) async fn compute_offering(
    db: &mut SqliteConnection,
    id: Uuid,
) -> Result<ComputeOffering, InventoryError> {
    let found = compute_offerings(db, only(id)).await?.pop();
    let offering = found.ok_or(InventoryError::NotFound(Thing::ComputeOffering))?;
    offered(offering.is_active, Thing::ComputeOffering)?;
    Ok(offering)
}

pub(super) async fn storage_offering(
    db: &mut SqliteConnection,
    id: Uuid,
) -> Result<StorageOffering, InventoryError> {
    let found = storage_offerings(db, only(id)).await?.pop();
    let offering = found.ok_or(InventoryError::NotFound(Thing::StorageOffering))?;
    offered(offering.is_active, Thing::StorageOffering)?;
    Ok(offering)
}

pub(super) async fn network_offering(
    db: &mut SqliteConnection,
    id: Uuid,
) -> Result<NetworkOffering, InventoryError> {
    let found = network_offerings(db, only(id)).await?.pop();
    let offering = found.ok_or(InventoryError::NotFound(Thing::NetworkOffering))?;
    offered(offering.is_active, Thing::NetworkOffering)?;
    if offering.for_vpc { Err(Refusal::OfferingForVpc.into()) } else { Ok(offering) }
}

/// A template that is no ISO, in this zone.
pub(super) async fn template(
    db: &mut SqliteConnection,
    id: Uuid,
    zone: Uuid,
) -> Result<Template, InventoryError> {
    let found = templates(db, only(id)).await?.pop();
    let template = found.ok_or(InventoryError::NotFound(Thing::Template))?;
    offered(template.is_active, Thing::Template)?;
    same_zone(template.zone_id, zone, Thing::Template)?;
    if template.format == Template::ISO { Err(Refusal::TemplateIsIso.into()) } else { Ok(template) }
}

/// An ISO in this zone.
pub(super) async fn iso(db: &mut SqliteConnection, id: Uuid, zone: Uuid) -> Result<Template, InventoryError> {
    let found = templates(db, only(id)).await?.pop().filter(|template| template.format == Template::ISO);
    let iso = found.ok_or(InventoryError::NotFound(Thing::Iso))?;
    offered(iso.is_active, Thing::Iso)?;
    same_zone(iso.zone_id, zone, Thing::Iso)?;
    Ok(iso)
}

pub(super) fn only(id: Uuid) -> Filter {
    Filter { id: Some(id), zone: None }
}

pub(super) fn same_zone(own: Uuid, wanted: Uuid, thing: Thing) -> Result<(), Refusal> {
    if own == wanted { Ok(()) } else { Err(Refusal::AnotherZone(thing)) }
}

fn offered(is_active: bool, thing: Thing) -> Result<(), Refusal> {
    if is_active { Ok(()) } else { Err(Refusal::Inactive(thing)) }
}
