use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::InstanceState;
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::restapi::auth::PollingCaller;
use crate::http::restapi::cloud_call::in_time;

/// How an instance is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InstanceStatus {
    /// In capitals: `CREATING`, `STARTING`, `RUNNING`, `STOPPING`, `STOPPED` or `DESTROYING`.
    status: String,
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(get_status))
}

/// Get the status of an instance
///
/// Ask again until it is `RUNNING` or `STOPPED`. An instance that failed answers 409: waiting for it is over. It is counted as
/// a call of the key, and answered beyond the key's limit too.
#[utoipa::path(
    get, path = "/restapi/instance/vmStatus", tag = tags::INSTANCES, operation_id = "getInstanceStatus",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b1"))),
    responses((status = 200, body = InstanceStatus, description = "How it is now.",
        example = json!({"status": "RUNNING"})), RestapiNotFound, RestapiConflict)
)]
async fn get_status(
    State(portal): State<Portal>,
    PollingCaller(caller): PollingCaller,
    query: Query,
) -> Result<Json<InstanceStatus>, ApiError> {
    let id = query.required_uuid("uuid")?;
    let state = in_time(portal.cloud.status(caller.tenant(), id)).await?;
    // Terraform goes on asking, without a limit, as long as it gets a word.
    if state == InstanceState::Error {
        return Err(ApiError::wrong_state("This instance has failed. Destroy it and create another one."));
    }
    Ok(Json(InstanceStatus { status: state.word().to_owned() }))
}
