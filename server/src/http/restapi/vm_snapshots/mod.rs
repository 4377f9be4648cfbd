mod create;
mod delete;
mod item;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::item::VmSnapshotList;
use super::auth::ApiCaller;
use super::cloud_call::in_time;
use crate::cloud::Filter;
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_vm_snapshots)).merge(create::router()).merge(delete::router())
}

/// List VM snapshots
///
/// The snapshots of the key's company's virtual machines.
#[utoipa::path(
    get, path = "/restapi/vmsnapshot/vmsnapshotList", tag = tags::VM_SNAPSHOTS, operation_id = "listVmSnapshots",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = VmSnapshotList, description = "All VM snapshots in one answer.",
        example = json!({"count": 1, "listVmSnapshotResponse": [{"uuid": "01954d10-0000-7000-8000-000000000579",
            "name": "before-upgrade", "description": "Kept until the next one", "isActive": true,
            "domainName": "Demo Ltd", "isCurrent": true, "status": "READY", "createdTimeStamp": 1772357400000i64,
            "zoneUuid": "01954d10-0000-7000-8000-000000000001",
            "jobId": "01954d10-0000-7000-8000-000000000579"}]})))
)]
async fn list_vm_snapshots(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<VmSnapshotList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let snapshots = in_time(portal.cloud.vm_snapshots(caller.tenant(), filter)).await?;
    Ok(Json(snapshots.into_iter().collect()))
}
