//! The resources of companies that `/restapi` lists. Field names and types follow the REST contract, section 3.

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreError;

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Zone {
    pub id: Uuid,
    pub name: String,
    pub is_active: bool,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Instance {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub network_id: Uuid,
    pub name: String,
    pub display_name: String,
    pub owner_name: String,
    pub network_name: String,
    pub template_name: String,
    pub cpu_cores: i64,
    pub memory_mb: i64,
    pub disk_gb: i64,
    /// A state word in capitals, e.g. `RUNNING`.
    pub state: String,
    pub private_ip: String,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Volume {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub name: String,
    /// `ROOT` or `DATADISK`.
    pub kind: String,
    pub storage_offering_name: String,
    pub size_gb: i64,
    pub instance_name: Option<String>,
    pub status: String,
    /// UTC milliseconds.
    pub created_at: i64,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Network {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub name: String,
    pub cidr: String,
    pub gateway: String,
    pub kind: String,
    pub domain: String,
    pub status: String,
}

/// Narrows a list. `zone` of `None` means every zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct InventoryFilter {
    pub zone: Option<Uuid>,
    pub id: Option<Uuid>,
}

/// A company's inventory to start with.
#[derive(Clone, Debug, Default)]
pub struct InventorySeed {
    pub instances: Vec<Instance>,
    pub volumes: Vec<Volume>,
    pub networks: Vec<Network>,
}

#[async_trait]
pub trait Inventory {
    /// Zones are the cloud's own, the same for every company.
    async fn zones(&self, id: Option<Uuid>) -> Result<Vec<Zone>, StoreError>;
    async fn instances(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Instance>, StoreError>;
    async fn volumes(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Volume>, StoreError>;
    async fn networks(&self, company: Uuid, filter: InventoryFilter) -> Result<Vec<Network>, StoreError>;
    /// Adds what is not there yet, by id.
    async fn add_zone(&self, zone: Zone) -> Result<(), StoreError>;
    /// Adds what is not there yet, by id.
    async fn add_inventory(&self, company: Uuid, seed: InventorySeed) -> Result<(), StoreError>;
}
