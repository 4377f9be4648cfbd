//! What a company has, listed and looked up.

use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::catalogue::only;
use crate::cloud::{
    Filter, Instance, Network, SecurityGroup, SecurityRule, SshKey, Thing, VmSnapshot, Volume,
};
use crate::store::StoreError;
use crate::store::inventory::InventoryError;

/// Narrows a list to a company and, where they are given, to a zone and an id. The listed table is called `own`.
macro_rules! of_company {
    ($columns:literal, $tables:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM ",
            $tables,
            " JOIN company c ON c.id = own.company_id \
             WHERE own.company_id = ?1 AND (?2 IS NULL OR own.zone_id = ?2) AND (?3 IS NULL OR own.id = ?3) \
             ORDER BY own.id"
        )
    };
}

const NETWORKS: &str = of_company!(
    "own.id, own.zone_id, own.name, own.cidr, own.gateway, own.kind, own.offering_id, own.domain, \
     c.name AS domain_name, own.status",
    "network own"
);
const INSTANCES: &str = of_company!(
    "own.id, own.zone_id, own.name, own.display_name, own.owner_name, nic.network_id, n.name AS network_name, \
     nic.private_ip, own.compute_offering_id, own.storage_offering_id, own.template_id, own.template_name, own.iso_id, \
     own.ssh_key_id, own.cpu_cores, own.memory_mb, own.disk_gb, own.state",
    "instance own LEFT JOIN nic ON nic.instance_id = own.id AND nic.is_default LEFT JOIN network n ON n.id = nic.network_id"
);
const VOLUMES: &str = of_company!(
    "own.id, own.zone_id, own.name, own.kind, own.storage_offering_id, own.storage_offering_name, own.size_gb, \
     own.instance_id, i.name AS instance_name, c.name AS domain_name, own.status, own.created_at",
    "volume own LEFT JOIN instance i ON i.id = own.instance_id"
);
const VM_SNAPSHOTS: &str = of_company!(
    "own.id, own.zone_id, own.instance_id, own.name, own.description, own.has_memory, \
     own.id = (SELECT MAX(s.id) FROM vm_snapshot s WHERE s.instance_id = own.instance_id) AS is_current, \
     c.name AS domain_name, own.status, own.created_at",
    "vm_snapshot own"
);

pub(super) async fn networks(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
) -> Result<Vec<Network>, StoreError> {
    Ok(sqlx::query_as(NETWORKS).bind(company).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn instances(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
) -> Result<Vec<Instance>, StoreError> {
    Ok(sqlx::query_as(INSTANCES).bind(company).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn volumes(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
) -> Result<Vec<Volume>, StoreError> {
    Ok(sqlx::query_as(VOLUMES).bind(company).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn vm_snapshots(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
) -> Result<Vec<VmSnapshot>, StoreError> {
    Ok(sqlx::query_as(VM_SNAPSHOTS).bind(company).bind(filter.zone).bind(filter.id).fetch_all(db).await?)
}

pub(super) async fn ssh_keys(db: &mut SqliteConnection, company: Uuid) -> Result<Vec<SshKey>, StoreError> {
    let sql = "SELECT k.id, k.name, k.is_active, c.name AS domain_name \
               FROM ssh_key k JOIN company c ON c.id = k.company_id WHERE k.company_id = ? ORDER BY k.id";
    Ok(sqlx::query_as(sql).bind(company).fetch_all(db).await?)
}

#[derive(FromRow)]
struct GroupRow {
    id: Uuid,
    name: String,
    description: String,
    is_active: bool,
}

pub(super) async fn security_groups(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Option<Uuid>,
) -> Result<Vec<SecurityGroup>, StoreError> {
    let sql = "SELECT id, name, description, is_active FROM security_group \
               WHERE company_id = ?1 AND (?2 IS NULL OR id = ?2) ORDER BY id";
    let rows: Vec<GroupRow> = sqlx::query_as(sql).bind(company).bind(id).fetch_all(&mut *db).await?;
    let mut groups = Vec::with_capacity(rows.len());
    for GroupRow { id, name, description, is_active } in rows {
        let rules = rules_of(db, id).await?;
        groups.push(SecurityGroup { id, name, description, is_active, rules });
    }
    Ok(groups)
}

async fn rules_of(db: &mut SqliteConnection, group: Uuid) -> Result<Vec<SecurityRule>, StoreError> {
    let sql = "SELECT id, is_egress, protocol, start_port, end_port, icmp_type, icmp_code, cidr_list \
               FROM security_rule WHERE group_id = ? ORDER BY id";
    Ok(sqlx::query_as(sql).bind(group).fetch_all(db).await?)
}

pub(super) async fn network(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<Network, InventoryError> {
    networks(db, company, only(id)).await?.pop().ok_or(InventoryError::NotFound(Thing::Network))
}

pub(super) async fn instance(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<Instance, InventoryError> {
    instances(db, company, only(id)).await?.pop().ok_or(InventoryError::NotFound(Thing::Instance))
}

pub(super) async fn volume(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<Volume, InventoryError> {
    volumes(db, company, only(id)).await?.pop().ok_or(InventoryError::NotFound(Thing::Volume))
}

pub(super) async fn vm_snapshot(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<VmSnapshot, InventoryError> {
    vm_snapshots(db, company, only(id)).await?.pop().ok_or(InventoryError::NotFound(Thing::VmSnapshot))
}
