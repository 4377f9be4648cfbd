use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, VolumeAct};
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(delete_volume))
}

/// Delete a volume
///
/// It must be attached to nothing. Deleting a volume that is gone succeeds.
#[utoipa::path(
    delete, path = "/restapi/volume/deleteVolume/{id}", tag = tags::VOLUMES, operation_id = "deleteVolume",
    security(("apikey" = [], "secretkey" = [])),
    params(("id" = Uuid, Path, description = "The volume, by its `uuid` or `jobId`: they are the same.",
            example = json!("01954d10-0000-7000-8000-00000000051a"))),
    responses((status = 200, body = Done, description = "Deleted.",
        example = json!({"uuid": "01954d10-0000-7000-8000-00000000051a",
            "jobId": "01954d10-0000-7000-8000-00000000051a", "status": "DELETED"})),
        RestapiNotFound, RestapiConflict)
)]
async fn delete_volume(
    State(portal): State<Portal>,
    caller: ApiCaller,
    PathId(id): PathId,
) -> Result<Json<Done>, ApiError> {
    act(&portal, &caller, Act::Volume(id, VolumeAct::Delete)).await
}
