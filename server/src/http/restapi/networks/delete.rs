use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, NetworkAct};
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(delete_network))
}

/// Delete a network
///
/// No instance may have been created in it, but for those that are being destroyed. Instances that were attached later are
/// detached. Deleting a network that is gone succeeds.
#[utoipa::path(
    delete, path = "/restapi/network/deleteNetwork/{id}", tag = tags::NETWORKS, operation_id = "deleteNetwork",
    security(("apikey" = [], "secretkey" = [])), params(("id" = Uuid, Path, description = "The network.",
            example = json!("01954d10-0000-7000-8000-00000000000e"))),
    responses((status = 200, body = Done, description = "Deleted.",
        example = json!({"uuid": "01954d10-0000-7000-8000-00000000000e",
            "jobId": "01954d10-0000-7000-8000-00000000000e", "status": "DELETED"})),
        RestapiNotFound, RestapiConflict)
)]
async fn delete_network(
    State(portal): State<Portal>,
    caller: ApiCaller,
    PathId(id): PathId,
) -> Result<Json<Done>, ApiError> {
    act(&portal, &caller, Act::Network(id, NetworkAct::Delete)).await
}
