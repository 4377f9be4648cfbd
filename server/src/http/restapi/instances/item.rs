use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cloud::Instance;
use crate::http::restapi::envelope::list;

/// A virtual machine. Numbers are texts but for `diskSize`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InstanceItem {
    uuid: Uuid,
    name: String,
    display_name: String,
    /// The owner of the key that created it.
    instance_owner_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_name: Option<String>,
    template_name: String,
    /// Number of virtual processors.
    cpu_core: String,
    /// MB.
    memory: String,
    /// GB.
    disk_size: f64,
    /// GB.
    root_disk_size: String,
    /// GB.
    volume_size: String,
    /// In capitals: `CREATING`, `STARTING`, `RUNNING`, `STOPPING`, `STOPPED`, `DESTROYING` or `ERROR`.
    state: String,
    /// The same as `state`.
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance_private_ip: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_uuid: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage_offering_uuid: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compute_offering_uuid: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    template_uuid: Option<Uuid>,
    zone_uuid: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    ssh_uuid: Option<Uuid>,
    is_active: bool,
}

list! {
    /// Virtual machines.
    InstanceList, "listInstanceResponse", InstanceItem
}

impl From<Instance> for InstanceItem {
    #[expect(clippy::cast_precision_loss, reason = "disks stay far below 2^52 GB")]
    fn from(instance: Instance) -> Self {
        let state = instance.state.word();
        Self {
            uuid: instance.id,
            name: instance.name,
            display_name: instance.display_name,
            instance_owner_name: instance.owner_name,
            network_name: instance.network_name,
            template_name: instance.template_name,
            cpu_core: instance.cpu_cores.to_string(),
            memory: instance.memory_mb.to_string(),
            disk_size: instance.disk_gb as f64,
            root_disk_size: instance.disk_gb.to_string(),
            volume_size: instance.disk_gb.to_string(),
            state: state.to_owned(),
            status: state.to_owned(),
            instance_private_ip: instance.private_ip,
            network_uuid: instance.network_id,
            storage_offering_uuid: instance.storage_offering_id,
            compute_offering_uuid: instance.compute_offering_id,
            template_uuid: instance.template_id,
            zone_uuid: instance.zone_id,
            ssh_uuid: instance.ssh_key_id,
            is_active: true,
        }
    }
}
