use sqlx::SqliteConnection;
use uuid::Uuid;

use super::changes::Effect;
use super::{catalogue, instances, lists};
use crate::cloud::{Instance, InstanceAct, InstanceState, Refusal, Thing};
use crate::store::StoreError;
use crate::store::inventory::{InventoryError, Moment};
use crate::store::sqlite::writing::Writing;

impl Writing<'_> {
    /// Acts on an instance that is there.
    pub(super) async fn act_on_instance(
        &mut self,
        company: Uuid,
        id: Uuid,
        act: InstanceAct,
        moment: Moment,
    ) -> Result<Effect, InventoryError> {
        let db = self.db();
        let mut instance = lists::instance(db, company, id).await?;
        match act {
            InstanceAct::Start => instance.state = start(db, &instance, moment).await?,
            InstanceAct::Stop => instance.state = stop(db, &instance, moment).await?,
            InstanceAct::Destroy if instance.state == InstanceState::Destroying => {
                return Ok(Effect::none(instance.state.word()));
            }
            InstanceAct::Destroy => instance.state = destroy(db, &instance, moment).await?,
            InstanceAct::Rename { display_name } => {
                not_being_destroyed(&instance)?;
                instances::free_name(db, company, &display_name, Some(id)).await?;
                let sql = "UPDATE instance SET display_name = ? WHERE id = ?";
                sqlx::query(sql).bind(&display_name).bind(id).execute(db).await?;
                instance.display_name = display_name;
            }
            InstanceAct::Resize { compute_offering, size } => {
                settled(&instance)?;
                let offering = catalogue::compute_offering(db, compute_offering).await?;
                let (cpu_cores, memory_mb) = instances::size(&offering, size)?;
                let sql =
                    "UPDATE instance SET compute_offering_id = ?, cpu_cores = ?, memory_mb = ? WHERE id = ?";
                let update = sqlx::query(sql).bind(offering.id).bind(cpu_cores).bind(memory_mb).bind(id);
                update.execute(db).await?;
            }
            InstanceAct::AttachIso(iso) => {
                settled(&instance)?;
                let iso = catalogue::iso(db, iso, instance.zone_id).await?;
                if instance.iso_id.is_some_and(|present| present != iso.id) {
                    return Err(Refusal::IsoAttached.into());
                }
                set_iso(db, id, Some(iso.id)).await?;
            }
            InstanceAct::DetachIso(iso) => {
                settled(&instance)?;
                if instance.iso_id != Some(iso) {
                    catalogue::iso(db, iso, instance.zone_id).await?;
                    return Err(Refusal::IsoNotAttached.into());
                }
                set_iso(db, id, None).await?;
            }
            InstanceAct::ResetSshKey(key) => {
                settled(&instance)?;
                let known = lists::ssh_keys(db, company).await?;
                if !known.iter().any(|own| own.id == key && own.is_active) {
                    return Err(InventoryError::NotFound(Thing::SshKey));
                }
                let sql = "UPDATE instance SET ssh_key_id = ? WHERE id = ?";
                sqlx::query(sql).bind(key).bind(id).execute(db).await?;
            }
        }
        Ok(Effect::changed(instance.display_name, instance.state.word()))
    }
}

async fn start(
    db: &mut SqliteConnection,
    instance: &Instance,
    moment: Moment,
) -> Result<InstanceState, InventoryError> {
    not_being_destroyed(instance)?;
    if instance.state != InstanceState::Stopped {
        return Err(Refusal::NotStopped(instance.state).into());
    }
    change(db, instance.id, InstanceState::Starting, Some(InstanceState::Running), moment).await
}

async fn stop(
    db: &mut SqliteConnection,
    instance: &Instance,
    moment: Moment,
) -> Result<InstanceState, InventoryError> {
    not_being_destroyed(instance)?;
    if instance.state != InstanceState::Running {
        return Err(Refusal::NotRunning(instance.state).into());
    }
    change(db, instance.id, InstanceState::Stopping, Some(InstanceState::Stopped), moment).await
}

/// In every state, one that is still being made included: whatever was under way is overtaken.
async fn destroy(
    db: &mut SqliteConnection,
    instance: &Instance,
    moment: Moment,
) -> Result<InstanceState, InventoryError> {
    // Whoever destroys an instance deletes its volumes next, without waiting for it.
    sqlx::query("UPDATE volume SET instance_id = NULL WHERE instance_id = ? AND kind <> 'ROOT'")
        .bind(instance.id)
        .execute(&mut *db)
        .await?;
    change(db, instance.id, InstanceState::Destroying, None, moment).await
}

/// Begins a change of state that ends by itself.
async fn change(
    db: &mut SqliteConnection,
    id: Uuid,
    state: InstanceState,
    next: Option<InstanceState>,
    moment: Moment,
) -> Result<InstanceState, InventoryError> {
    sqlx::query("UPDATE instance SET state = ?, next_state = ?, due_at = ? WHERE id = ?")
        .bind(state)
        .bind(next)
        .bind(moment.done_at)
        .bind(id)
        .execute(db)
        .await?;
    Ok(state)
}

async fn set_iso(db: &mut SqliteConnection, id: Uuid, iso: Option<Uuid>) -> Result<(), StoreError> {
    sqlx::query("UPDATE instance SET iso_id = ? WHERE id = ?").bind(iso).bind(id).execute(db).await?;
    Ok(())
}

/// Refuses an instance that is changing by itself.
pub(super) fn settled(instance: &Instance) -> Result<(), Refusal> {
    not_being_destroyed(instance)?;
    if instance.state.is_settled() { Ok(()) } else { Err(Refusal::Busy(instance.state)) }
}

fn not_being_destroyed(instance: &Instance) -> Result<(), Refusal> {
    if instance.state == InstanceState::Destroying { Err(Refusal::BeingDestroyed) } else { Ok(()) }
}
