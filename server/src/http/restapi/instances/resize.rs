use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, InstanceAct, Size};
use crate::http::Portal;
use crate::http::openapi::answers::{RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;
use crate::http::restapi::fields;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(resize_instance))
}

/// Resize an instance
///
/// Gives it another compute offering, at once. It must be `RUNNING` or `STOPPED`.
#[utoipa::path(
    get, path = "/restapi/instance/resizeVm", tag = tags::INSTANCES, operation_id = "resizeInstance",
    security(("apikey" = [], "secretkey" = [])),
    params(("uuid" = Uuid, Query, description = "The instance.",
            example = json!("01954d10-0000-7000-8000-0000000004b1")),
        ("offeringUuid" = Uuid, Query, description = "The compute offering.",
            example = json!("01954d10-0000-7000-8000-000000000020")),
        ("cpuCore" = Option<String>, Query, description = "Virtual processors, 1 to 128, where the offering leaves \
            them to the caller. Not used otherwise. May be empty."),
        ("memory" = Option<String>, Query, description = "MB, 256 to 1048576, where the offering leaves them to the \
            caller. Not used otherwise. May be empty.")),
    responses((status = 200, body = Done, description = "Resized.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1",
            "jobId": "01954d10-0000-7000-8000-0000000004b1", "status": "RUNNING"})),
        RestapiNotFound, RestapiConflict)
)]
async fn resize_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<Done>, ApiError> {
    let id = query.required_uuid("uuid")?;
    let compute_offering = query.required_uuid("offeringUuid")?;
    let size = Size {
        cpu_cores: fields::number("cpuCore", query.get("cpuCore"))?,
        memory_mb: fields::number("memory", query.get("memory"))?,
    };
    act(&portal, &caller, Act::Instance(id, InstanceAct::Resize { compute_offering, size })).await
}
