//! The embedded cloud's inventory. Acts look at everything they depend on in the transaction that changes it.

mod catalogue;
mod changes;
mod instance_acts;
mod instances;
mod lists;
mod networks;
mod offers;
mod room;
mod seeds;
mod settling;
mod vm_snapshots;
mod volumes;

use async_trait::async_trait;
use uuid::Uuid;

use self::changes::{Change, Effect};
use super::SqliteStore;
use crate::cloud::{
    Act, Catalogue, ComputeOffering, Filter, Instance, InstanceState, Network, NetworkOffering, NewInstance,
    NewNetwork, NewVmSnapshot, NewVolume, Outcome, Requester, SecurityGroup, SshKey, StorageOffering,
    Template, VmSnapshot, Volume, Zone,
};
use crate::store::StoreError;
use crate::store::inventory::{Inventory, InventoryError, InventorySeed, Moment};

#[async_trait]
impl Inventory for SqliteStore {
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, StoreError> {
        catalogue::zones(&mut *self.reader.acquire().await?, id).await
    }

    async fn compute_offerings(&self, filter: Filter) -> Result<Vec<ComputeOffering>, StoreError> {
        catalogue::compute_offerings(&mut *self.reader.acquire().await?, filter).await
    }

    async fn storage_offerings(&self, filter: Filter) -> Result<Vec<StorageOffering>, StoreError> {
        catalogue::storage_offerings(&mut *self.reader.acquire().await?, filter).await
    }

    async fn templates(&self, filter: Filter) -> Result<Vec<Template>, StoreError> {
        catalogue::templates(&mut *self.reader.acquire().await?, filter).await
    }

    async fn network_offerings(
        &self,
        for_vpc: bool,
        filter: Filter,
    ) -> Result<Vec<NetworkOffering>, StoreError> {
        let all = catalogue::network_offerings(&mut *self.reader.acquire().await?, filter).await?;
        Ok(all.into_iter().filter(|offering| offering.for_vpc == for_vpc).collect())
    }

    async fn networks(&self, company: Uuid, filter: Filter) -> Result<Vec<Network>, StoreError> {
        lists::networks(&mut *self.reader.acquire().await?, company, filter).await
    }

    async fn instances_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<Instance>, StoreError> {
        lists::instances(&mut *self.reader.acquire().await?, company, filter, now).await
    }

    async fn volumes_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<Volume>, StoreError> {
        lists::volumes(&mut *self.reader.acquire().await?, company, filter, now).await
    }

    async fn vm_snapshots_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<VmSnapshot>, StoreError> {
        lists::vm_snapshots(&mut *self.reader.acquire().await?, company, filter, now).await
    }

    async fn ssh_keys(&self, company: Uuid) -> Result<Vec<SshKey>, StoreError> {
        lists::ssh_keys(&mut *self.reader.acquire().await?, company).await
    }

    async fn security_groups(
        &self,
        company: Uuid,
        id: Option<Uuid>,
    ) -> Result<Vec<SecurityGroup>, StoreError> {
        // One snapshot of the database: groups and their rules belong together.
        lists::security_groups(&mut *self.reader.begin().await?, company, id).await
    }

    async fn instance_state_at(
        &self,
        company: Uuid,
        id: Uuid,
        now: Option<i64>,
    ) -> Result<Option<InstanceState>, StoreError> {
        let found = self.instances_at(company, catalogue::only(id), now).await?.pop();
        Ok(found.map(|instance| instance.state))
    }

    async fn create_instance(
        &self,
        by: &Requester,
        new: NewInstance,
        moment: Moment,
    ) -> Result<Instance, InventoryError> {
        let mut writing = self.begin(&by.authority).await?;
        let created = writing.create_instance(by, new, moment).await?;
        writing.commit().await?;
        Ok(created)
    }

    async fn create_network(
        &self,
        by: &Requester,
        new: NewNetwork,
        now: i64,
    ) -> Result<Network, InventoryError> {
        let mut writing = self.begin(&by.authority).await?;
        let created = writing.create_network(by, new, now).await?;
        writing.commit().await?;
        Ok(created)
    }

    async fn create_volume(
        &self,
        by: &Requester,
        new: NewVolume,
        now: i64,
    ) -> Result<Volume, InventoryError> {
        let mut writing = self.begin(&by.authority).await?;
        let created = writing.create_volume(by, new, now).await?;
        writing.commit().await?;
        Ok(created)
    }

    async fn create_vm_snapshot(
        &self,
        by: &Requester,
        new: NewVmSnapshot,
        moment: Moment,
    ) -> Result<VmSnapshot, InventoryError> {
        let mut writing = self.begin(&by.authority).await?;
        let created = writing.create_vm_snapshot(by, new, moment).await?;
        writing.commit().await?;
        Ok(created)
    }

    async fn act(&self, by: &Requester, act: Act, moment: Moment) -> Result<Outcome, InventoryError> {
        let company = by.authority.company;
        let change = Change::of(&act);
        let mut writing = self.begin(&by.authority).await?;
        let id = act.id();
        let done = match act {
            Act::Instance(id, act) => writing.act_on_instance(company, id, act, moment).await,
            Act::Network(id, act) => writing.act_on_network(company, id, act).await,
            Act::Volume(id, act) => writing.act_on_volume(company, id, act).await,
            Act::DeleteVmSnapshot(id) => writing.delete_vm_snapshot(company, id).await,
        };
        let effect = match done {
            Err(InventoryError::NotFound(thing)) => match writing.is_gone(company, id, change.deed).await? {
                true => Effect::none(Outcome::DELETED),
                false => return Err(InventoryError::NotFound(thing)),
            },
            done => done?,
        };
        if let Some(name) = effect.changed {
            writing.record_change(by, change, (id, &name)).await?;
            writing.commit().await?;
        }
        Ok(Outcome { id, status: effect.status.into() })
    }

    async fn settle(&self, now: i64) -> Result<(), StoreError> {
        self.settle_what_is_due(now).await
    }

    async fn next_due(&self) -> Result<Option<i64>, StoreError> {
        self.when_something_is_due().await
    }

    async fn offer(&self, catalogue: Catalogue) -> Result<(), StoreError> {
        let mut writing = self.begin_upkeep().await?;
        offers::offer(writing.db(), catalogue).await?;
        writing.commit().await
    }

    async fn add_inventory(&self, company: Uuid, seed: InventorySeed) -> Result<(), StoreError> {
        let mut writing = self.begin_upkeep().await?;
        seeds::add_inventory(writing.db(), company, seed).await?;
        writing.commit().await
    }
}
