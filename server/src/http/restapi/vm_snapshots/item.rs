use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cloud::VmSnapshot;
use crate::http::restapi::envelope::list;

/// The state of an instance's disks at an instant.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VmSnapshotItem {
    uuid: Uuid,
    name: String,
    description: String,
    is_active: bool,
    /// The company's name.
    domain_name: String,
    /// Whether it is the newest of its instance.
    is_current: bool,
    /// `CREATING` or `READY`.
    status: String,
    /// UTC milliseconds since 1970.
    created_time_stamp: i64,
    zone_uuid: Uuid,
    /// The same as `uuid`: callers know a snapshot by either.
    job_id: Uuid,
}

list! {
    /// VM snapshots.
    VmSnapshotList, "listVmSnapshotResponse", VmSnapshotItem
}

impl From<VmSnapshot> for VmSnapshotItem {
    fn from(snapshot: VmSnapshot) -> Self {
        Self {
            uuid: snapshot.id,
            name: snapshot.name,
            description: snapshot.description,
            is_active: true,
            domain_name: snapshot.domain_name,
            is_current: snapshot.is_current,
            status: snapshot.status,
            created_time_stamp: snapshot.created_at,
            zone_uuid: snapshot.zone_id,
            job_id: snapshot.id,
        }
    }
}
