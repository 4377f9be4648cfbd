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
    OpenApiRouter::new()
        .routes(routes!(start_instance))
        .routes(routes!(stop_instance))
        .routes(routes!(destroy_instance))
}

/// Start an instance
///
/// Begins to start an instance that is `STOPPED`. It is done when `getInstanceStatus` says `RUNNING`.
#[utoipa::path(
    get, path = "/restapi/instance/startInstance", tag = tags::INSTANCES, operation_id = "startInstance",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b4"))),
    responses((status = 200, body = Done, description = "Begun.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b4",
            "jobId": "01954d10-0000-7000-8000-0000000004b4", "status": "STARTING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn start_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    act(&portal, &caller, Act::Instance(query.required_uuid("uuid")?, InstanceAct::Start)).await
}

/// Stop an instance
///
/// Begins to stop an instance that is `RUNNING`. It is done when `getInstanceStatus` says `STOPPED`.
#[utoipa::path(
    get, path = "/restapi/instance/stopInstance", tag = tags::INSTANCES, operation_id = "stopInstance",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b1")),
        ("forceStop" = Option<bool>, Query, description = "Makes no difference: every instance stops when it is told.",
            example = json!(true))),
    responses((status = 200, body = Done, description = "Begun.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1",
            "jobId": "01954d10-0000-7000-8000-0000000004b1", "status": "STOPPING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn stop_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    query.boolean("forceStop")?;
    act(&portal, &caller, Act::Instance(id, InstanceAct::Stop)).await
}

/// Destroy an instance
///
/// Begins to destroy an instance for good, in whatever state it is, its root disk and snapshots included. Its other volumes
/// are detached, and its networks can be deleted, at once. Destroying an instance that is being destroyed, or is gone,
/// succeeds and changes nothing.
#[utoipa::path(
    get, path = "/restapi/instance/destroyInstance", tag = tags::INSTANCES, operation_id = "destroyInstance",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b2")),
        ("expunge" = Option<bool>, Query, description = "`true`, or left out: nothing that is destroyed can be had back.",
            example = json!(true))),
    responses((status = 200, body = Done, description = "Begun.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b2",
            "jobId": "01954d10-0000-7000-8000-0000000004b2", "status": "DESTROYING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn destroy_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    // Whoever asks to keep it must not lose it.
    if query.boolean("expunge")? == Some(false) {
        return Err(ApiError::malformed(
            "Instances that are destroyed cannot be kept here. Send expunge=true to destroy it for good, or stop it.",
        ));
    }
    act(&portal, &caller, Act::Instance(id, InstanceAct::Destroy)).await
}
