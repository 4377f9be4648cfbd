use serde::Deserialize;
use uuid::Uuid;

/// What a cloud offers, the same for every company.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub zones: Vec<Zone>,
    pub compute_offerings: Vec<ComputeOffering>,
    pub storage_offerings: Vec<StorageOffering>,
    pub templates: Vec<Template>,
    pub network_offerings: Vec<NetworkOffering>,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    pub id: Uuid,
    pub name: String,
    #[serde(default = "yes")]
    pub is_active: bool,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComputeOffering {
    pub id: Uuid,
    pub name: String,
    #[serde(default)]
    pub display_text: String,
    /// 0 where the caller chooses.
    pub cpu_cores: i64,
    pub clock_mhz: i64,
    /// 0 where the caller chooses.
    pub memory_mb: i64,
    /// `local` or `shared`.
    pub storage_type: String,
    #[serde(default = "yes")]
    pub is_active: bool,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StorageOffering {
    pub id: Uuid,
    pub name: String,
    #[serde(default)]
    pub description: String,
    /// `local` or `shared`.
    pub storage_type: String,
    /// 0 where the caller chooses.
    pub disk_gb: i64,
    /// Whether the caller chooses the size.
    pub is_custom: bool,
    #[serde(default = "yes")]
    pub is_active: bool,
}

/// What an instance's root disk is copied from, or a disc image.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub id: Uuid,
    pub zone_id: Uuid,
    /// Follows from the zone.
    #[serde(skip)]
    pub zone_name: String,
    pub name: String,
    #[serde(default)]
    pub description: String,
    pub os_category: String,
    /// [`Template::ISO`] for a disc image, else the format of a disk, e.g. `QCOW2`.
    pub format: String,
    /// The least that a root disk needs.
    pub disk_gb: i64,
    pub cost: String,
    #[serde(default = "yes")]
    pub is_active: bool,
}

impl Template {
    pub const ISO: &str = "ISO";
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkOffering {
    pub id: Uuid,
    pub name: String,
    #[serde(default)]
    pub display_text: String,
    /// e.g. `Required` or `Optional`.
    pub availability: String,
    /// e.g. `Isolated` or `Shared`.
    pub guest_ip_type: String,
    #[serde(default)]
    pub is_trial: bool,
    /// Whether it is for networks of VPCs only.
    #[serde(default)]
    pub for_vpc: bool,
    #[serde(default = "yes")]
    pub is_active: bool,
}

fn yes() -> bool {
    true
}
