//! What the resources of a company have in common, whatever their kind.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::activity::Act;

/// A kind of resource that a company has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ResourceKind {
    Instance,
    Volume,
    VmSnapshot,
    SshKey,
    Network,
    SecurityGroup,
    /// A kind of a newer backend that this version does not know.
    #[serde(other)]
    Unknown,
}

/// How a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ResourceState {
    /// It is being made, or (a snapshot) taken.
    Creating,
    Starting,
    Running,
    Stopping,
    Stopped,
    /// It will be gone soon.
    Destroying,
    /// It could not be made, or broke.
    Error,
    /// It can be used.
    Ready,
    /// It is switched off.
    Disabled,
    /// A state of a newer backend, or of another cloud, that this version does not know.
    #[serde(other)]
    Unknown,
}

/// What was done to a resource last, by a script with a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LastChange {
    pub act: Act,
    /// The key that asked for it.
    pub api_key: String,
    /// Name of the key's owner.
    pub owner: String,
    /// When it was asked for.
    pub at: Timestamp,
}

/// What a list of resources is sorted by. Where two are the same, the name and then the id decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ResourceSort {
    /// Upper and lower case are the same.
    #[default]
    Name,
    State,
    /// Those that no key ever changed are the oldest.
    LastChange,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SortOrder {
    #[default]
    Ascending,
    Descending,
}

/// Answer of `GET /api/v1/resources/counts`: how many of each kind the caller's company has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResourceCounts {
    pub instances: u32,
    /// How many of the instances run.
    pub running_instances: u32,
    pub volumes: u32,
    pub vm_snapshots: u32,
    pub ssh_keys: u32,
    pub networks: u32,
    pub security_groups: u32,
}

/// Answer of `GET /api/v1/resources/samples`: what exists, for examples that work when they are copied. All of it is in one
/// zone, but for the instance. What there is none of is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SampleIds {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compute_offering: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage_offering: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_offering: Option<Uuid>,
    /// One of the company's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Uuid>,
    /// One of the company's own that a snapshot can be taken of now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<Uuid>,
    /// Of that instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_zone: Option<Uuid>,
}
