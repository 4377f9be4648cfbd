use std::ops::RangeInclusive;

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::changes::Change;
use super::volumes::Disk;
use super::{catalogue, lists, room, volumes};
use crate::cloud::{
    ComputeOffering, Instance, InstanceState, NewInstance, Refusal, Requester, Size, StorageOffering,
    Template, Tenant, Thing, Volume,
};
use crate::store::inventory::{InventoryError, Moment};
use crate::store::sqlite::writing::Writing;

/// What a root disk is called that comes from the template alone.
const OF_TEMPLATE: &str = "Template default";

impl Writing<'_> {
    /// Begins to make an instance, with its root disk and its place in the network.
    pub(super) async fn create_instance(
        &mut self,
        by: &Requester,
        new: NewInstance,
        moment: Moment,
    ) -> Result<Instance, InventoryError> {
        let Tenant { company, user } = by.tenant();
        let id = self.store.new_id(moment.now);
        let root = self.store.new_id(moment.now);
        let db = self.db();
        let zone = catalogue::zone(db, new.zone).await?;
        let (cpu_cores, memory_mb) =
            size(&catalogue::compute_offering(db, new.compute_offering).await?, new.size)?;
        let template = catalogue::template(db, new.template, zone.id).await?;
        let network = lists::network(db, company, new.network).await?;
        catalogue::same_zone(network.zone_id, zone.id, Thing::Network)?;
        let storage = match new.storage_offering {
            Some(id) => Some(catalogue::storage_offering(db, id).await?),
            None => None,
        };
        let disk_gb = root_disk(storage.as_ref(), &template, new.disk_gb)?;
        let ssh_key = match &new.ssh_key {
            Some(name) => Some(ssh_key_called(db, company, name).await?),
            None => None,
        };
        let security_group = match &new.security_group {
            Some(name) => Some(security_group_called(db, company, name).await?),
            None => None,
        };
        free_name(db, company, &new.name, None).await?;
        room::for_one_more(db, company, Thing::Instance).await?;
        sqlx::query(
            "INSERT INTO instance (id, company_id, zone_id, name, display_name, owner_name, compute_offering_id, \
                                   storage_offering_id, template_id, template_name, ssh_key_id, security_group_id, \
                                   cpu_cores, memory_mb, disk_gb, state, next_state, due_at) \
             VALUES (?1, ?2, ?3, ?4, ?4, \
                     COALESCE((SELECT trim(first_name || ' ' || last_name) FROM account WHERE id = ?5), ''), \
                     ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )
        .bind(id)
        .bind(company)
        .bind(zone.id)
        .bind(&new.name)
        .bind(user)
        .bind(new.compute_offering)
        .bind(new.storage_offering)
        .bind(template.id)
        .bind(template.name)
        .bind(ssh_key)
        .bind(security_group)
        .bind(cpu_cores)
        .bind(memory_mb)
        .bind(disk_gb)
        .bind(InstanceState::Creating)
        .bind(InstanceState::Running)
        .bind(moment.done_at)
        .execute(&mut *db)
        .await?;
        room::put_into_network(db, &network, id, true).await?;
        let disk = Disk {
            id: root,
            zone: zone.id,
            name: format!("{}-root", new.name),
            kind: Volume::ROOT,
            offering_name: storage.as_ref().map_or(OF_TEMPLATE, |offering| &offering.name),
            offering: new.storage_offering,
            size_gb: disk_gb,
            instance: Some(id),
        };
        volumes::insert(db, company, disk, moment.now).await?;
        let made = lists::instance(db, company, id).await?;
        self.record_change(by, Change::INSTANCE_CREATED, (id, &made.display_name)).await?;
        Ok(made)
    }
}

/// Processors and megabytes: the offering's own, whatever the caller says, or the caller's where it has none.
pub(super) fn size(offering: &ComputeOffering, wanted: Size) -> Result<(i64, i64), Refusal> {
    Ok((
        given("cpuCore", offering.cpu_cores, wanted.cpu_cores, Size::CORES)?,
        given("memory", offering.memory_mb, wanted.memory_mb, Size::MEMORY)?,
    ))
}

fn given(
    field: &'static str,
    own: i64,
    wanted: Option<i64>,
    range: RangeInclusive<i64>,
) -> Result<i64, Refusal> {
    match wanted {
        _ if own > 0 => Ok(own),
        None => Err(Refusal::SizeNeeded),
        Some(wanted) if range.contains(&wanted) => Ok(wanted),
        Some(_) => Err(Refusal::SizeOutOfRange { field, least: *range.start(), most: *range.end() }),
    }
}

/// Gigabytes of a root disk: what was asked for (0 for nothing), within what offering and template allow.
fn root_disk(offering: Option<&StorageOffering>, template: &Template, wanted: i64) -> Result<i64, Refusal> {
    let size = match offering {
        Some(offering) if !offering.is_custom => match wanted {
            0 => offering.disk_gb,
            wanted if wanted == offering.disk_gb => wanted,
            _ => return Err(Refusal::DiskSizeFixed(offering.disk_gb)),
        },
        _ if wanted == 0 => template.disk_gb,
        _ => wanted,
    };
    if size < template.disk_gb { Err(Refusal::DiskTooSmall(template.disk_gb)) } else { Ok(size) }
}

/// Refuses a name that another instance than `own` goes by. One that is being destroyed does not hold its name: Terraform
/// creates the replacement milliseconds after it asked for the destruction.
pub(super) async fn free_name(
    db: &mut SqliteConnection,
    company: Uuid,
    name: &str,
    own: Option<Uuid>,
) -> Result<(), InventoryError> {
    let sql = "SELECT id FROM instance WHERE company_id = ?1 AND (name = ?2 OR display_name = ?2) AND id IS NOT ?3 \
                                         AND state <> 'DESTROYING' ORDER BY id LIMIT 1";
    let holder = sqlx::query_scalar(sql).bind(company).bind(name).bind(own).fetch_optional(db).await?;
    holder.map_or(Ok(()), |holder| Err(Refusal::NameTaken(holder).into()))
}

async fn ssh_key_called(
    db: &mut SqliteConnection,
    company: Uuid,
    name: &str,
) -> Result<Uuid, InventoryError> {
    let sql = "SELECT id FROM ssh_key WHERE company_id = ? AND name = ? AND is_active";
    let found = sqlx::query_scalar(sql).bind(company).bind(name).fetch_optional(db).await?;
    found.ok_or(InventoryError::NotFound(Thing::SshKey))
}

async fn security_group_called(
    db: &mut SqliteConnection,
    company: Uuid,
    name: &str,
) -> Result<Uuid, InventoryError> {
    let sql = "SELECT id FROM security_group WHERE company_id = ? AND name = ? AND is_active";
    let found = sqlx::query_scalar(sql).bind(company).bind(name).fetch_optional(db).await?;
    found.ok_or(InventoryError::NotFound(Thing::SecurityGroup))
}
