use uuid::Uuid;

use super::Size;

/// An instance that somebody wants.
#[derive(Clone, Debug)]
pub struct NewInstance {
    pub name: String,
    pub zone: Uuid,
    pub compute_offering: Uuid,
    /// Needed where the offering leaves it to the caller.
    pub size: Size,
    pub template: Uuid,
    pub network: Uuid,
    /// Of its root disk; absent for the template's own.
    pub storage_offering: Option<Uuid>,
    /// Its root disk; 0 for as much as the offering or the template gives.
    pub disk_gb: i64,
    /// By name.
    pub ssh_key: Option<String>,
    /// By name.
    pub security_group: Option<String>,
}

#[derive(Clone, Debug)]
pub struct NewNetwork {
    pub name: String,
    pub zone: Uuid,
    pub offering: Uuid,
    pub is_public: bool,
    pub security_group: Option<Uuid>,
    /// An instance that is put into it at once.
    pub instance: Option<Uuid>,
}

#[derive(Clone, Debug)]
pub struct NewVolume {
    pub name: String,
    pub zone: Uuid,
    pub offering: Uuid,
    /// 0 where the offering has a size of its own.
    pub size_gb: i64,
}

#[derive(Clone, Debug)]
pub struct NewVmSnapshot {
    pub name: String,
    pub description: String,
    pub zone: Uuid,
    pub instance: Uuid,
    pub with_memory: bool,
}
