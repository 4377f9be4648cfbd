//! What is listed under "Network".

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::resource::{LastChange, ResourceState};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Network {
    pub id: Uuid,
    pub name: String,
    pub state: ResourceState,
    /// Its addresses, e.g. `10.100.0.0/24`.
    pub cidr: String,
    pub gateway: String,
    /// As the cloud calls it, e.g. `Isolated`.
    pub kind: String,
    /// Name of its zone.
    pub zone: String,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}

/// Rules for what traffic reaches instances, and leaves them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecurityGroup {
    pub id: Uuid,
    pub name: String,
    /// May be empty.
    pub description: String,
    pub state: ResourceState,
    /// How many rules are about what comes in.
    pub ingress_rules: u32,
    /// How many rules are about what leaves.
    pub egress_rules: u32,
    /// Absent if no key ever changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<LastChange>,
}
