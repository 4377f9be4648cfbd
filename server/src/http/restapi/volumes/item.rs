use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cloud::Volume;
use crate::http::restapi::envelope::list;

/// A disk. Numbers are texts but for `createdTimeStamp`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VolumeItem {
    uuid: Uuid,
    name: String,
    /// `ROOT` or `DATADISK`.
    volume_type: String,
    storage_offering_name: String,
    /// The instance that it is attached to, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    vm_instance_name: Option<String>,
    /// GB.
    storage_disk_size: String,
    /// The company's name.
    domain_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage_offering_uuid: Option<Uuid>,
    zone_uuid: Uuid,
    status: String,
    is_active: bool,
    /// Whether it can be made smaller: `false`.
    is_shrink: String,
    /// UTC milliseconds since 1970.
    created_time_stamp: i64,
    /// The same as `uuid`: callers know a volume by either.
    job_id: Uuid,
}

list! {
    /// Disks.
    VolumeList, "listVolumeResponse", VolumeItem
}

impl From<Volume> for VolumeItem {
    fn from(volume: Volume) -> Self {
        Self {
            uuid: volume.id,
            name: volume.name,
            volume_type: volume.kind,
            storage_offering_name: volume.storage_offering_name,
            vm_instance_name: volume.instance_name,
            storage_disk_size: volume.size_gb.to_string(),
            domain_name: volume.domain_name,
            storage_offering_uuid: volume.storage_offering_id,
            zone_uuid: volume.zone_id,
            status: volume.status,
            is_active: true,
            is_shrink: false.to_string(),
            created_time_stamp: volume.created_at,
            job_id: volume.id,
        }
    }
}
