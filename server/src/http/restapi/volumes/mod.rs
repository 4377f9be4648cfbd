mod attach;
mod create;
mod delete;
mod item;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::item::VolumeList;
use super::auth::ApiCaller;
use super::cloud_call::in_time;
use crate::cloud::Filter;
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_volumes)).merge(create::router()).merge(delete::router())
}

/// GET routes that change something.
pub(crate) fn acting_router() -> OpenApiRouter<Portal> {
    attach::router()
}

/// List volumes
///
/// The disks of the key's company.
#[utoipa::path(
    get, path = "/restapi/volume/volumeList", tag = tags::VOLUMES, operation_id = "listVolumes",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = VolumeList, description = "All volumes in one answer.",
            example = json!({"count": 1,
        "listVolumeResponse": [{"uuid": "01954d10-0000-7000-8000-00000000051a", "name": "data-1", "volumeType": "DATADISK",
            "storageOfferingName": "Standard SSD", "vmInstanceName": "web-1", "storageDiskSize": "100",
            "domainName": "Demo Ltd", "storageOfferingUuid": "01954d10-0000-7000-8000-000000000029",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001", "status": "READY", "isActive": true,
            "isShrink": "false", "createdTimeStamp": 1772357400000i64,
            "jobId": "01954d10-0000-7000-8000-00000000051a"}]})))
)]
async fn list_volumes(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<VolumeList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let volumes = in_time(portal.cloud.volumes(caller.tenant(), filter)).await?;
    Ok(Json(volumes.into_iter().collect()))
}
