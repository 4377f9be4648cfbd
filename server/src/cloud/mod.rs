//! The cloud behind `/restapi`. The routes call [`Cloud`] and nothing else, so that a real cloud's adapter can stand in the
//! place of [`EmbeddedCloud`], which keeps an inventory in the portal's own database.
//!
//! Calls take as long as the cloud takes: whoever calls sets a time limit and drops the call when it is over.

mod act;
mod catalogue;
mod catalogue_file;
mod embedded;
mod error;
mod order;
mod requester;
mod resources;
mod state;
mod thing;

use async_trait::async_trait;
use uuid::Uuid;

pub use act::{Act, InstanceAct, NetworkAct, Outcome, Size, VolumeAct};
pub use catalogue::{Catalogue, ComputeOffering, NetworkOffering, StorageOffering, Template, Zone};
pub use catalogue_file::{CatalogueError, CatalogueFault};
pub use embedded::{EmbeddedCloud, Pace};
pub use error::{CloudError, Holder, Refusal};
pub use order::{NewInstance, NewNetwork, NewVmSnapshot, NewVolume};
pub use requester::Requester;
pub use resources::{Instance, Network, SecurityGroup, SecurityRule, SshKey, VmSnapshot, Volume};
pub use state::InstanceState;
pub use thing::Thing;

/// For whom the cloud is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// The company whose resources are seen and moved, and no others.
    pub company: Uuid,
    /// Who asks: the owner of the key, or whoever looks at the portal.
    pub user: Uuid,
}

/// Narrows a list. `zone` of `None` means every zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub zone: Option<Uuid>,
    pub id: Option<Uuid>,
}

/// What `/restapi` and the portal's pages ask of a cloud. Lists are whole and in the order of their ids; what is unknown and
/// what is another company's are the same.
///
/// Whatever is changed is in the audit log, with the key that asked for it, by the time it is answered, and the users of the
/// company are told by [`latchkey_contract::event::LiveEvent::ResourcesChanged`]; so they are when a change ends.
#[async_trait]
pub trait Cloud: Send + Sync {
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, CloudError>;
    async fn compute_offerings(&self, filter: Filter) -> Result<Vec<ComputeOffering>, CloudError>;
    async fn storage_offerings(&self, filter: Filter) -> Result<Vec<StorageOffering>, CloudError>;
    /// Templates and ISOs.
    async fn templates(&self, filter: Filter) -> Result<Vec<Template>, CloudError>;
    /// Those for networks of VPCs, or those for all other networks.
    async fn network_offerings(
        &self,
        for_vpc: bool,
        filter: Filter,
    ) -> Result<Vec<NetworkOffering>, CloudError>;
    async fn networks(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Network>, CloudError>;
    async fn instances(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Instance>, CloudError>;
    async fn volumes(&self, tenant: Tenant, filter: Filter) -> Result<Vec<Volume>, CloudError>;
    async fn vm_snapshots(&self, tenant: Tenant, filter: Filter) -> Result<Vec<VmSnapshot>, CloudError>;
    async fn ssh_keys(&self, tenant: Tenant) -> Result<Vec<SshKey>, CloudError>;
    async fn security_groups(
        &self,
        tenant: Tenant,
        id: Option<Uuid>,
    ) -> Result<Vec<SecurityGroup>, CloudError>;

    /// Begins to make an instance; [`Cloud::status`] tells when it runs.
    async fn create_instance(&self, by: &Requester, new: NewInstance) -> Result<Instance, CloudError>;
    async fn create_network(&self, by: &Requester, new: NewNetwork) -> Result<Network, CloudError>;
    async fn create_volume(&self, by: &Requester, new: NewVolume) -> Result<Volume, CloudError>;
    async fn create_vm_snapshot(&self, by: &Requester, new: NewVmSnapshot) -> Result<VmSnapshot, CloudError>;

    /// Does something to a thing that is there, or begins to. Taking away what is gone already, or being taken away, succeeds
    /// and changes nothing.
    async fn act(&self, by: &Requester, act: Act) -> Result<Outcome, CloudError>;
    /// How an instance is now.
    async fn status(&self, tenant: Tenant, instance: Uuid) -> Result<InstanceState, CloudError>;
}
