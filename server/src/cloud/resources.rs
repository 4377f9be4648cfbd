use uuid::Uuid;

use super::InstanceState;

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Instance {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub name: String,
    pub display_name: String,
    pub owner_name: String,
    /// The network that it was created in, unless that is gone already.
    pub network_id: Option<Uuid>,
    pub network_name: Option<String>,
    /// In that network.
    pub private_ip: Option<String>,
    pub compute_offering_id: Option<Uuid>,
    /// Of its root disk.
    pub storage_offering_id: Option<Uuid>,
    pub template_id: Option<Uuid>,
    pub template_name: String,
    /// The disc in its drive.
    pub iso_id: Option<Uuid>,
    pub ssh_key_id: Option<Uuid>,
    pub cpu_cores: i64,
    pub memory_mb: i64,
    /// Its root disk.
    pub disk_gb: i64,
    pub state: InstanceState,
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Volume {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub name: String,
    /// [`Volume::ROOT`] or [`Volume::DATA`].
    pub kind: String,
    pub storage_offering_id: Option<Uuid>,
    pub storage_offering_name: String,
    pub size_gb: i64,
    /// The instance that it is attached to.
    pub instance_id: Option<Uuid>,
    pub instance_name: Option<String>,
    /// The company's name.
    pub domain_name: String,
    pub status: String,
    /// UTC milliseconds.
    pub created_at: i64,
}

impl Volume {
    /// The disk that an instance starts from and that goes with it.
    pub const ROOT: &str = "ROOT";
    pub const DATA: &str = "DATADISK";
    /// Its status: it can be used.
    pub const READY: &str = "READY";
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Network {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub name: String,
    pub cidr: String,
    pub gateway: String,
    pub kind: String,
    pub offering_id: Option<Uuid>,
    /// The DNS domain of what is in it.
    pub domain: String,
    /// The company's name.
    pub domain_name: String,
    pub status: String,
}

impl Network {
    /// Its status: it can be used.
    pub const IMPLEMENTED: &str = "IMPLEMENTED";
}

/// The state of an instance's disks at an instant.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct VmSnapshot {
    pub id: Uuid,
    pub zone_id: Uuid,
    pub instance_id: Uuid,
    pub name: String,
    pub description: String,
    /// Whether the instance's memory is in it too.
    pub has_memory: bool,
    /// Whether it is the newest of its instance.
    pub is_current: bool,
    /// The company's name.
    pub domain_name: String,
    /// [`VmSnapshot::TAKING`] or [`VmSnapshot::READY`].
    pub status: String,
    /// UTC milliseconds.
    pub created_at: i64,
}

impl VmSnapshot {
    pub const TAKING: &str = "CREATING";
    pub const READY: &str = "READY";
}

#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SshKey {
    pub id: Uuid,
    pub name: String,
    pub is_active: bool,
    /// The company's name.
    pub domain_name: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SecurityGroup {
    pub id: Uuid,
    pub name: String,
    pub description: String,
    pub is_active: bool,
    pub rules: Vec<SecurityRule>,
}

/// Traffic that a security group lets through.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SecurityRule {
    pub id: i64,
    /// Whether it is about what leaves.
    pub is_egress: bool,
    /// `TCP`, `UDP` or `ICMP`.
    pub protocol: String,
    pub start_port: Option<i64>,
    pub end_port: Option<i64>,
    pub icmp_type: Option<i64>,
    pub icmp_code: Option<i64>,
    /// Networks in CIDR notation, separated by commas.
    pub cidr_list: String,
}
