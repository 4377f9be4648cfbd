use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, VolumeAct};
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(attach_volume)).routes(routes!(detach_volume))
}

/// Attach a volume
///
/// The volume must be attached to nothing, the instance `RUNNING` or `STOPPED`, and both in the same zone.
#[utoipa::path(
    get, path = "/restapi/volume/attachVolume", tag = tags::VOLUMES, operation_id = "attachVolume",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The volume.",
            example = json!("01954d10-0000-7000-8000-00000000051a")),
        ("instanceUuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b4"))),
    responses((status = 200, body = Done, description = "Attached.",
        example = json!({"uuid": "01954d10-0000-7000-8000-00000000051a",
            "jobId": "01954d10-0000-7000-8000-00000000051a", "status": "READY"})),
        RestapiNotFound, RestapiConflict)
)]
async fn attach_volume(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    act(
        &portal,
        &caller,
        Act::Volume(id, VolumeAct::Attach { instance: query.required_uuid("instanceUuid")? }),
    )
    .await
}

/// Detach a volume
///
/// Not a root disk. The instance must be `RUNNING` or `STOPPED`. Detaching a volume that is not attached succeeds and
/// changes nothing.
#[utoipa::path(
    get, path = "/restapi/volume/detachVolume", tag = tags::VOLUMES, operation_id = "detachVolume",
    security(("apikey" = [], "secretkey" = [])), params(("uuid" = Uuid, Query, description = "The volume.",
            example = json!("01954d10-0000-7000-8000-000000000519"))),
    responses((status = 200, body = Done, description = "Detached.",
        example = json!({"uuid": "01954d10-0000-7000-8000-000000000519",
            "jobId": "01954d10-0000-7000-8000-000000000519", "status": "READY"})),
        RestapiNotFound, RestapiConflict)
)]
async fn detach_volume(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    act(&portal, &caller, Act::Volume(query.required_uuid("uuid")?, VolumeAct::Detach)).await
}
