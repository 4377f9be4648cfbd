use sqlx::SqliteConnection;
use uuid::Uuid;

use super::changes::{Change, Effect};
use super::instance_acts::settled;
use super::{catalogue, lists, room};
use crate::cloud::{NewVolume, Outcome, Refusal, Requester, StorageOffering, Thing, Volume, VolumeAct};
use crate::store::StoreError;
use crate::store::inventory::InventoryError;
use crate::store::sqlite::writing::Writing;

/// A row to be added.
pub(super) struct Disk<'a> {
    pub(super) id: Uuid,
    pub(super) zone: Uuid,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) offering: Option<Uuid>,
    pub(super) offering_name: &'a str,
    pub(super) size_gb: i64,
    pub(super) instance: Option<Uuid>,
}

impl Writing<'_> {
    pub(super) async fn create_volume(
        &mut self,
        by: &Requester,
        new: NewVolume,
        now: i64,
    ) -> Result<Volume, InventoryError> {
        let company = by.authority.company;
        let id = self.store.new_id(now);
        let db = self.db();
        let zone = catalogue::zone(db, new.zone).await?;
        let offering = catalogue::storage_offering(db, new.offering).await?;
        room::for_one_more(db, company, Thing::Volume).await?;
        let disk = Disk {
            id,
            zone: zone.id,
            name: new.name,
            kind: Volume::DATA,
            offering: Some(offering.id),
            offering_name: &offering.name,
            size_gb: size(&offering, new.size_gb)?,
            instance: None,
        };
        insert(db, company, disk, now).await?;
        let made = lists::volume(db, company, id).await?;
        self.record_change(by, Change::VOLUME_CREATED, (id, &made.name)).await?;
        Ok(made)
    }

    /// Acts on a volume that is there.
    pub(super) async fn act_on_volume(
        &mut self,
        company: Uuid,
        id: Uuid,
        act: VolumeAct,
    ) -> Result<Effect, InventoryError> {
        let db = self.db();
        let volume = lists::volume(db, company, id).await?;
        if volume.kind == Volume::ROOT {
            return Err(Refusal::VolumeIsRoot.into());
        }
        match act {
            VolumeAct::Attach { instance } => {
                let instance = lists::instance(db, company, instance).await?;
                refuse_attached(db, company, &volume).await?;
                settled(&instance)?;
                catalogue::same_zone(volume.zone_id, instance.zone_id, Thing::Volume)?;
                set_instance(db, id, Some(instance.id)).await?;
            }
            VolumeAct::Detach => {
                let Some(from) = volume.instance_id else { return Ok(Effect::none(Volume::READY)) };
                settled(&lists::instance(db, company, from).await?)?;
                set_instance(db, id, None).await?;
            }
            VolumeAct::Delete => {
                refuse_attached(db, company, &volume).await?;
                sqlx::query("DELETE FROM volume WHERE id = ?").bind(id).execute(db).await?;
                return Ok(Effect::changed(volume.name, Outcome::DELETED));
            }
        }
        Ok(Effect::changed(volume.name, Volume::READY))
    }
}

pub(super) async fn insert(
    db: &mut SqliteConnection,
    company: Uuid,
    disk: Disk<'_>,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO volume (id, company_id, zone_id, name, kind, storage_offering_id, storage_offering_name, size_gb, \
                             instance_id, status, created_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(disk.id)
    .bind(company)
    .bind(disk.zone)
    .bind(disk.name)
    .bind(disk.kind)
    .bind(disk.offering)
    .bind(disk.offering_name)
    .bind(disk.size_gb)
    .bind(disk.instance)
    .bind(Volume::READY)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Gigabytes: the offering's own, or what was asked for (0 for nothing).
fn size(offering: &StorageOffering, wanted: i64) -> Result<i64, Refusal> {
    match (offering.is_custom, wanted) {
        (true, 0) => Err(Refusal::DiskSizeNeeded),
        (true, wanted) => Ok(wanted),
        (false, wanted) if wanted == 0 || wanted == offering.disk_gb => Ok(offering.disk_gb),
        (false, _) => Err(Refusal::DiskSizeFixed(offering.disk_gb)),
    }
}

async fn refuse_attached(
    db: &mut SqliteConnection,
    company: Uuid,
    volume: &Volume,
) -> Result<(), InventoryError> {
    let Some(instance) = volume.instance_id else { return Ok(()) };
    let holder = lists::instance(db, company, instance).await?.into();
    Err(Refusal::VolumeAttached(holder).into())
}

async fn set_instance(db: &mut SqliteConnection, id: Uuid, instance: Option<Uuid>) -> Result<(), StoreError> {
    sqlx::query("UPDATE volume SET instance_id = ? WHERE id = ?").bind(instance).bind(id).execute(db).await?;
    Ok(())
}
