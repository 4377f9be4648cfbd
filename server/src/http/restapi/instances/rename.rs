use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::cloud::{Act, InstanceAct};
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;
use crate::http::restapi::fields;

/// What an instance shall be called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RenameInstance {
    #[schema(value_type = Uuid, required)]
    uuid: Option<String>,
    #[schema(value_type = String, required, min_length = 1, max_length = 255)]
    display_name: Option<String>,
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(rename_instance))
}

/// Rename an instance
///
/// Changes its `displayName`; its `name` stays. No other instance of the company may have the new name as its `name` or
/// `displayName`, unless that one is being destroyed.
#[utoipa::path(
    put, path = "/restapi/instance/updateInstanceName", tag = tags::INSTANCES, operation_id = "renameInstance",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = RenameInstance,
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1", "displayName": "Front page"})),
    responses((status = 200, body = Done, description = "Renamed.",
        example = json!({"uuid": "01954d10-0000-7000-8000-0000000004b1",
            "jobId": "01954d10-0000-7000-8000-0000000004b1", "status": "RUNNING"})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn rename_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<RenameInstance>,
) -> Result<Json<Done>, ApiError> {
    let id = fields::uuid("uuid", value.uuid)?;
    let display_name = fields::name("displayName", value.display_name)?;
    act(&portal, &caller, Act::Instance(id, InstanceAct::Rename { display_name })).await
}
