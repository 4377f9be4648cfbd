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
    OpenApiRouter::new().routes(routes!(reset_ssh_key))
}

/// Reset the SSH key of an instance
///
/// Gives it another SSH key in place of the one that it has. It must be `RUNNING` or `STOPPED`.
#[utoipa::path(
    get, path = "/restapi/instance/resetSSHkey", tag = tags::INSTANCES, operation_id = "resetSshKey",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b1")),
        ("sshUuid" = Uuid, Query, description = "The SSH key.",
            example = json!("01954d10-0000-7000-8000-000000000048"))),
    responses((status = 200, body = Done, description = "Done.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1",
            "jobId": "01954d10-0000-7000-8000-0000000004b1", "status": "RUNNING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn reset_ssh_key(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    act(&portal, &caller, Act::Instance(id, InstanceAct::ResetSshKey(query.required_uuid("sshUuid")?))).await
}
