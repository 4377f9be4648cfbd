use uuid::Uuid;

use super::changes::{Change, Effect};
use super::instance_acts::settled;
use super::{catalogue, lists, room};
use crate::cloud::{NewVmSnapshot, Outcome, Requester, Thing, VmSnapshot};
use crate::store::inventory::{InventoryError, Moment};
use crate::store::sqlite::writing::Writing;

impl Writing<'_> {
    /// Begins to take a snapshot.
    pub(super) async fn create_vm_snapshot(
        &mut self,
        by: &Requester,
        new: NewVmSnapshot,
        moment: Moment,
    ) -> Result<VmSnapshot, InventoryError> {
        let company = by.authority.company;
        let id = self.store.new_id(moment.now);
        let db = self.db();
        let zone = catalogue::zone(db, new.zone).await?;
        let instance = lists::instance(db, company, new.instance).await?;
        catalogue::same_zone(instance.zone_id, zone.id, Thing::Instance)?;
        settled(&instance)?;
        room::for_one_more(db, company, Thing::VmSnapshot).await?;
        sqlx::query(
            "INSERT INTO vm_snapshot (id, company_id, zone_id, instance_id, name, description, has_memory, status, \
                                      due_at, created_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(id)
        .bind(company)
        .bind(zone.id)
        .bind(instance.id)
        .bind(new.name)
        .bind(new.description)
        .bind(new.with_memory)
        .bind(VmSnapshot::TAKING)
        .bind(moment.done_at)
        .bind(moment.now)
        .execute(&mut *db)
        .await?;
        let taken = lists::vm_snapshot(db, company, id).await?;
        self.record_change(by, Change::VM_SNAPSHOT_CREATED, (id, &taken.name)).await?;
        Ok(taken)
    }

    /// Deletes a snapshot. One that is still being taken can be deleted too.
    pub(super) async fn delete_vm_snapshot(
        &mut self,
        company: Uuid,
        id: Uuid,
    ) -> Result<Effect, InventoryError> {
        let db = self.db();
        let snapshot = lists::vm_snapshot(db, company, id).await?;
        sqlx::query("DELETE FROM vm_snapshot WHERE id = ?").bind(id).execute(db).await?;
        Ok(Effect::changed(snapshot.name, Outcome::DELETED))
    }
}
