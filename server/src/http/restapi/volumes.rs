use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::envelope::list;
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::store::inventory::{InventoryFilter, Volume};

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
    zone_uuid: Uuid,
    status: String,
    is_active: bool,
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
            zone_uuid: volume.zone_id,
            status: volume.status,
            is_active: true,
            created_time_stamp: volume.created_at,
            job_id: volume.id,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_volumes))
}

/// List volumes
///
/// The disks of the key's company.
#[utoipa::path(
    get, path = "/restapi/volume/volumeList", tag = tags::VOLUMES, operation_id = "listVolumes",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = VolumeList, description = "All volumes in one answer.", example = json!({"count": 1,
        "listVolumeResponse": [{"uuid": "019cb6f2-0003-7000-8000-000000000001", "name": "data-1", "volumeType": "DATADISK",
            "storageOfferingName": "SSD", "vmInstanceName": "web-1", "storageDiskSize": "100",
            "zoneUuid": "019cb6f2-0001-7000-8000-000000000001", "status": "READY", "isActive": true,
            "createdTimeStamp": 1772357400000i64, "jobId": "019cb6f2-0003-7000-8000-000000000001"}]})))
)]
async fn list_volumes(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<VolumeList>, ApiError> {
    let filter = InventoryFilter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let volumes = portal.store.volumes(caller.company, filter).await?;
    Ok(Json(volumes.into_iter().collect()))
}
