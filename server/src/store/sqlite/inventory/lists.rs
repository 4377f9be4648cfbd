//! What a company has, listed and looked up.

use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::catalogue::only;
use crate::cloud::{
    Filter, Instance, Network, SecurityGroup, SecurityRule, SshKey, Thing, VmSnapshot, Volume,
};
use crate::store::StoreError;
use crate::store::inventory::{InventoryError, LONGEST_CHANGE};

/// Narrows a list to a company and, where they are given, to a zone and an id. The listed table is called `own`.
macro_rules! of_company {
    ($columns:expr, $tables:literal) => {
        of_company!($columns, $tables, "TRUE")
    };
    ($columns:expr, $tables:literal, $there:expr) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM ",
            $tables,
            " JOIN company c ON c.id = own.company_id \
             WHERE own.company_id = ?1 AND (?2 IS NULL OR own.zone_id = ?2) AND (?3 IS NULL OR own.id = ?3) \
             AND ",
            $there,
            " ORDER BY own.id"
        )
    };
}

/// Tells whether the change of this row is due; [`due`] gives the parameters. NULL where none is under way, or none counts.
macro_rules! is_due {
    ($row:literal) => {
        concat!("(", $row, ".due_at <= ?4 OR ", $row, ".due_at > ?5)")
    };
}

/// Tells whether this instance, which may be absent, is not one that has ceased to be.
macro_rules! is_there {
    ($instance:literal) => {
        concat!("(", $instance, ".state = 'DESTROYING' AND ", is_due!($instance), ") IS NOT TRUE")
    };
}

const NETWORKS: &str = of_company!(
    "own.id, own.zone_id, own.name, own.cidr, own.gateway, own.kind, own.offering_id, own.domain, \
     c.name AS domain_name, own.status",
    "network own"
);
const INSTANCES: &str = of_company!(
    concat!(
        "own.id, own.zone_id, own.name, own.display_name, own.owner_name, nic.network_id, n.name AS network_name, \
         nic.private_ip, own.compute_offering_id, own.storage_offering_id, own.template_id, own.template_name, own.iso_id, \
         own.ssh_key_id, own.cpu_cores, own.memory_mb, own.disk_gb, \
         CASE WHEN ",
        is_due!("own"),
        " THEN own.next_state ELSE own.state END AS state"
    ),
    "instance own LEFT JOIN nic ON nic.instance_id = own.id AND nic.is_default LEFT JOIN network n ON n.id = nic.network_id",
    is_there!("own")
);
const VOLUMES: &str = of_company!(
    "own.id, own.zone_id, own.name, own.kind, own.storage_offering_id, own.storage_offering_name, own.size_gb, \
     own.instance_id, i.name AS instance_name, c.name AS domain_name, own.status, own.created_at",
    "volume own LEFT JOIN instance i ON i.id = own.instance_id",
    is_there!("i")
);
const VM_SNAPSHOTS: &str = of_company!(
    concat!(
        "own.id, own.zone_id, own.instance_id, own.name, own.description, own.has_memory, \
         own.id = (SELECT MAX(s.id) FROM vm_snapshot s WHERE s.instance_id = own.instance_id) AS is_current, \
         c.name AS domain_name, CASE WHEN ",
        is_due!("own"),
        " THEN 'READY' ELSE own.status END AS status, own.created_at"
    ),
    "vm_snapshot own JOIN instance i ON i.id = own.instance_id",
    is_there!("i")
);

/// Bounds of the instants at which nothing is due at `now`: up to the first and after the second, everything is.
fn due(now: Option<i64>) -> Option<(i64, i64)> {
    now.map(|now| (now, now + LONGEST_CHANGE))
}

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
    now: Option<i64>,
) -> Result<Vec<Instance>, StoreError> {
    let (by, or_after) = due(now).unzip();
    let list = sqlx::query_as(INSTANCES).bind(company).bind(filter.zone).bind(filter.id);
    Ok(list.bind(by).bind(or_after).fetch_all(db).await?)
}

pub(super) async fn volumes(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
    now: Option<i64>,
) -> Result<Vec<Volume>, StoreError> {
    let (by, or_after) = due(now).unzip();
    let list = sqlx::query_as(VOLUMES).bind(company).bind(filter.zone).bind(filter.id);
    Ok(list.bind(by).bind(or_after).fetch_all(db).await?)
}

pub(super) async fn vm_snapshots(
    db: &mut SqliteConnection,
    company: Uuid,
    filter: Filter,
    now: Option<i64>,
) -> Result<Vec<VmSnapshot>, StoreError> {
    let (by, or_after) = due(now).unzip();
    let list = sqlx::query_as(VM_SNAPSHOTS).bind(company).bind(filter.zone).bind(filter.id);
    Ok(list.bind(by).bind(or_after).fetch_all(db).await?)
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
    instances(db, company, only(id), None).await?.pop().ok_or(InventoryError::NotFound(Thing::Instance))
}

pub(super) async fn volume(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<Volume, InventoryError> {
    volumes(db, company, only(id), None).await?.pop().ok_or(InventoryError::NotFound(Thing::Volume))
}

pub(super) async fn vm_snapshot(
    db: &mut SqliteConnection,
    company: Uuid,
    id: Uuid,
) -> Result<VmSnapshot, InventoryError> {
    vm_snapshots(db, company, only(id), None).await?.pop().ok_or(InventoryError::NotFound(Thing::VmSnapshot))
}
