use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, InstanceAct};
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(attach_iso)).routes(routes!(detach_iso))
}

/// Attach an ISO
///
/// Puts a disc into an instance that has none. It must be `RUNNING` or `STOPPED`.
#[utoipa::path(
    get, path = "/restapi/instance/attachIso", tag = tags::INSTANCES, operation_id = "attachIso",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b1")),
        ("isoUuid" = Uuid, Query, description = "A template with the format `ISO`.",
            example = json!("01954d10-0000-7000-8000-000000000035"))),
    responses((status = 200, body = Done, description = "Attached.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1",
            "jobId": "01954d10-0000-7000-8000-0000000004b1", "status": "RUNNING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn attach_iso(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    act(&portal, &caller, Act::Instance(id, InstanceAct::AttachIso(query.required_uuid("isoUuid")?))).await
}

/// Detach an ISO
///
/// Takes the disc out of an instance. It must be `RUNNING` or `STOPPED`.
#[utoipa::path(
    get, path = "/restapi/instance/detachIso", tag = tags::INSTANCES, operation_id = "detachIso",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b4")),
        ("isoUuid" = Uuid, Query, description = "The ISO that is in it.",
            example = json!("01954d10-0000-7000-8000-000000000037"))),
    responses((status = 200, body = Done, description = "Detached.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b4",
            "jobId": "01954d10-0000-7000-8000-0000000004b4", "status": "RUNNING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn detach_iso(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    act(&portal, &caller, Act::Instance(id, InstanceAct::DetachIso(query.required_uuid("isoUuid")?))).await
}
