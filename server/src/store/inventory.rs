//! What the embedded cloud offers and what companies have in it.

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreError;
use super::authority::AuthorityError;
use crate::clock::SECOND;
use crate::cloud::{
    Act, Catalogue, ComputeOffering, Filter, Instance, InstanceState, Network, NetworkOffering, NewInstance,
    NewNetwork, NewVmSnapshot, NewVolume, Outcome, Refusal, Requester, SecurityGroup, SshKey,
    StorageOffering, Template, Thing, VmSnapshot, Volume, Zone,
};

/// How many of a kind a company may have: lists come in one answer.
pub const MOST: i64 = 500;

/// The longest that a change takes, in milliseconds. One that is due further ahead was written before a clock was set back, and is
/// due at once.
pub const LONGEST_CHANGE: i64 = 15 * SECOND;

/// When something is asked for and when it will be done, both UTC milliseconds; the former by the clock on
/// the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub now: i64,
    pub done_at: i64,
}

/// A company's inventory to start with. Names of other things in it are not read: they follow from the ids.
#[derive(Clone, Debug, Default)]
pub struct InventorySeed {
    pub networks: Vec<Network>,
    pub ssh_keys: Vec<SshKey>,
    pub security_groups: Vec<SecurityGroup>,
    pub instances: Vec<Instance>,
    pub nics: Vec<Nic>,
    pub volumes: Vec<Volume>,
    pub vm_snapshots: Vec<VmSnapshot>,
}

/// An instance's place in a network that it was not created in.
#[derive(Clone, Debug, PartialEq)]
pub struct Nic {
    pub instance_id: Uuid,
    pub network_id: Uuid,
    pub private_ip: String,
}

#[derive(Debug, thiserror::Error)]
pub enum InventoryError {
    /// There is no such thing, or it is another company's.
    #[error("there is no such {0}")]
    NotFound(Thing),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[async_trait]
pub trait Inventory: Sync {
    /// What the cloud offers is the same for every company. Offerings are there in every zone that exists.
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, StoreError>;
    async fn compute_offerings(&self, filter: Filter) -> Result<Vec<ComputeOffering>, StoreError>;
    async fn storage_offerings(&self, filter: Filter) -> Result<Vec<StorageOffering>, StoreError>;
    async fn templates(&self, filter: Filter) -> Result<Vec<Template>, StoreError>;
    async fn network_offerings(
        &self,
        for_vpc: bool,
        filter: Filter,
    ) -> Result<Vec<NetworkOffering>, StoreError>;

    async fn networks(&self, company: Uuid, filter: Filter) -> Result<Vec<Network>, StoreError>;
    /// The instances there are at `now` (UTC milliseconds): a change that is due by then is shown as [`Inventory::settle`] will leave it. With
    /// `None` they are shown as they were written last.
    async fn instances_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<Instance>, StoreError>;
    async fn volumes_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<Volume>, StoreError>;
    async fn vm_snapshots_at(
        &self,
        company: Uuid,
        filter: Filter,
        now: Option<i64>,
    ) -> Result<Vec<VmSnapshot>, StoreError>;
    async fn instance_state_at(
        &self,
        company: Uuid,
        id: Uuid,
        now: Option<i64>,
    ) -> Result<Option<InstanceState>, StoreError>;

    async fn instances(&self, company: Uuid, filter: Filter) -> Result<Vec<Instance>, StoreError> {
        self.instances_at(company, filter, None).await
    }
    async fn volumes(&self, company: Uuid, filter: Filter) -> Result<Vec<Volume>, StoreError> {
        self.volumes_at(company, filter, None).await
    }
    async fn vm_snapshots(&self, company: Uuid, filter: Filter) -> Result<Vec<VmSnapshot>, StoreError> {
        self.vm_snapshots_at(company, filter, None).await
    }
    async fn instance_state(&self, company: Uuid, id: Uuid) -> Result<Option<InstanceState>, StoreError> {
        self.instance_state_at(company, id, None).await
    }

    async fn ssh_keys(&self, company: Uuid) -> Result<Vec<SshKey>, StoreError>;
    async fn security_groups(
        &self,
        company: Uuid,
        id: Option<Uuid>,
    ) -> Result<Vec<SecurityGroup>, StoreError>;

    async fn create_instance(
        &self,
        by: &Requester,
        new: NewInstance,
        moment: Moment,
    ) -> Result<Instance, InventoryError>;
    async fn create_network(
        &self,
        by: &Requester,
        new: NewNetwork,
        now: i64,
    ) -> Result<Network, InventoryError>;
    async fn create_volume(&self, by: &Requester, new: NewVolume, now: i64)
    -> Result<Volume, InventoryError>;
    async fn create_vm_snapshot(
        &self,
        by: &Requester,
        new: NewVmSnapshot,
        moment: Moment,
    ) -> Result<VmSnapshot, InventoryError>;
    async fn act(&self, by: &Requester, act: Act, moment: Moment) -> Result<Outcome, InventoryError>;

    /// Brings to its end whatever is due by `now` (UTC milliseconds), of every company.
    async fn settle(&self, now: i64) -> Result<(), StoreError>;
    /// When something is due next (UTC milliseconds), of any company.
    async fn next_due(&self) -> Result<Option<i64>, StoreError>;

    /// Offers this and nothing else from now on. What was offered before and is not in it becomes inactive: nothing new is
    /// made from it, and what was made stays.
    async fn offer(&self, catalogue: Catalogue) -> Result<(), StoreError>;
    /// Adds what is not there yet, by id.
    async fn add_inventory(&self, company: Uuid, seed: InventorySeed) -> Result<(), StoreError>;
}
