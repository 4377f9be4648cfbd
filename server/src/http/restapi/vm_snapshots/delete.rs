use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::Act;
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(delete_vm_snapshot))
}

/// Delete a VM snapshot
///
/// Also one that is still being taken. Deleting a snapshot that is gone succeeds.
#[utoipa::path(
    delete, path = "/restapi/vmsnapshot/deleteVmSnapshot/{id}", tag = tags::VM_SNAPSHOTS,
    operation_id = "deleteVmSnapshot", security(("apikey" = [], "secretkey" = [])),
    params(("id" = Uuid, Path, description = "The snapshot, by its `uuid` or `jobId`: they are the same.",
            example = json!("01954d10-0000-7000-8000-000000000579"))),
    responses((status = 200, body = Done, description = "Deleted.",
        example = json!({"uuid": "01954d10-0000-7000-8000-000000000579",
            "jobId": "01954d10-0000-7000-8000-000000000579", "status": "DELETED"})),
        RestapiNotFound, RestapiConflict)
)]
async fn delete_vm_snapshot(
    State(portal): State<Portal>,
    caller: ApiCaller,
    PathId(id): PathId,
) -> Result<Json<Done>, ApiError> {
    act(&portal, &caller, Act::DeleteVmSnapshot(id)).await
}
