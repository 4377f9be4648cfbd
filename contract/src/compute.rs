//! What is listed under "Compute".

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::resource::{LastChange, ResourceState};

/// A virtual machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Instance {
    pub id: Uuid,
    /// As it is shown; scripts can change it.
    pub name: String,
    pub state: ResourceState,
    /// Name of what its root disk was copied from.
    pub template: String,
    pub cpu_cores: u32,
    pub memory_mb: u32,
    /// Its root disk.
    pub disk_gb: u32,
    /// Name of the network that it was created in, unless that is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Its IPv4 address in that network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_ip: Option<String>,
    /// Name of its zone.
    pub zone: String,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}

/// A disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Volume {
    pub id: Uuid,
    pub name: String,
    pub state: ResourceState,
    /// Whether it is the disk that an instance starts from and that goes with it.
    pub is_root: bool,
    pub size_gb: u32,
    /// Name of its storage offering.
    pub offering: String,
    /// Name of the instance that it is attached to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Name of its zone.
    pub zone: String,
    pub created_at: Timestamp,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}

/// The state of an instance's disks at an instant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VmSnapshot {
    pub id: Uuid,
    pub name: String,
    /// May be empty.
    pub description: String,
    pub state: ResourceState,
    /// Name of the instance that it was taken of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Whether it is the newest of its instance.
    pub is_current: bool,
    /// Whether the instance's memory is in it too.
    pub has_memory: bool,
    /// Name of its zone.
    pub zone: String,
    pub created_at: Timestamp,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}

/// A public key that is put on new instances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SshKey {
    pub id: Uuid,
    pub name: String,
    pub state: ResourceState,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}
