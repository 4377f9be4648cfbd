//! Which instances are in a network.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::cloud::{Act, NetworkAct};
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::act;
use crate::http::restapi::done::Done;
use crate::http::restapi::fields;

/// An instance and a network.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NetworkMember {
    #[schema(value_type = Uuid, required)]
    network_uuid: Option<String>,
    /// The instance.
    #[schema(value_type = Uuid, required)]
    uuid: Option<String>,
}

impl NetworkMember {
    /// The network's id and the instance's.
    fn check(self) -> Result<(Uuid, Uuid), ApiError> {
        Ok((fields::uuid("networkUuid", self.network_uuid)?, fields::uuid("uuid", self.uuid)?))
    }
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(attach_network)).routes(routes!(detach_network))
}

/// Put an instance into a network
///
/// The instance must be `RUNNING` or `STOPPED`, and both in the same zone.
#[utoipa::path(
    post, path = "/restapi/instance/attachNetwork", tag = tags::NETWORKS, operation_id = "attachNetwork",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = NetworkMember, example = json!({"networkUuid": "01954d10-0000-7000-8000-00000000000c",
        "uuid": "01954d10-0000-7000-8000-0000000004b1"})),
    responses((status = 200, body = Done, description = "The instance is in the network.",
        example = json!({"uuid": "01954d10-0000-7000-8000-00000000000c",
            "jobId": "01954d10-0000-7000-8000-00000000000c", "status": "IMPLEMENTED"})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn attach_network(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<NetworkMember>,
) -> Result<Json<Done>, ApiError> {
    let (network, instance) = value.check()?;
    act(&portal, &caller, Act::Network(network, NetworkAct::Attach { instance })).await
}

/// Take an instance out of a network
///
/// Not out of the network that it was created in. Out of one that it is not in, it succeeds and changes nothing.
#[utoipa::path(
    post, path = "/restapi/instance/detachNetwork", tag = tags::NETWORKS, operation_id = "detachNetwork",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = NetworkMember, example = json!({"networkUuid": "01954d10-0000-7000-8000-00000000000b",
        "uuid": "01954d10-0000-7000-8000-0000000004b3"})),
    responses((status = 200, body = Done, description = "The instance is not in the network any more.",
        example = json!({"uuid": "01954d10-0000-7000-8000-00000000000b",
            "jobId": "01954d10-0000-7000-8000-00000000000b", "status": "IMPLEMENTED"})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn detach_network(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<NetworkMember>,
) -> Result<Json<Done>, ApiError> {
    let (network, instance) = value.check()?;
    act(&portal, &caller, Act::Network(network, NetworkAct::Detach { instance })).await
}
