use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::item::NetworkList;
use crate::cloud::NewNetwork;
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::in_time;
use crate::http::restapi::fields;

/// A network that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateNetwork {
    #[schema(value_type = String, required, min_length = 1, max_length = 255)]
    name: Option<String>,
    #[schema(value_type = Uuid, required)]
    network_offering_uuid: Option<String>,
    #[schema(value_type = Uuid, required)]
    zone_uuid: Option<String>,
    /// An instance that is put into the network at once.
    #[serde(rename = "virtualmachineUuid")]
    #[schema(value_type = Uuid, required = false)]
    instance_uuid: Option<String>,
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(create_network))
}

/// Create a network
///
/// Makes a network with an address range of its own.
#[utoipa::path(
    post, path = "/restapi/network/createNetwork", tag = tags::NETWORKS, operation_id = "createNetwork",
    security(("apikey" = [], "secretkey" = [])),
    params(("isPublic" = Option<bool>, Query, description = "Whether it reaches the internet. `true` if left out.",
            example = json!(true)),
        ("securityGroupId" = Option<Uuid>, Query, description = "A security group of the company. Checked and not used: a \
            security group goes with an instance.")),
    request_body(content = CreateNetwork, example = json!({"name": "frontend",
        "networkOfferingUuid": "01954d10-0000-7000-8000-00000000003d",
        "zoneUuid": "01954d10-0000-7000-8000-000000000001"})),
    responses((status = 200, body = NetworkList, description = "Made. The list holds the new network alone.",
        example = json!({"count": 1, "listNetworkResponse": [{"uuid": "01954d10-0000-7000-8000-00000000000b",
            "name": "frontend", "isActive": true, "domainName": "Demo Ltd", "networkDomain": "frontend.internal",
            "cIDR": "10.100.0.0/24", "gateway": "10.100.0.1", "networkType": "Isolated",
            "networkOfferingUuid": "01954d10-0000-7000-8000-00000000003d",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001", "status": "IMPLEMENTED", "cleanUpNetwork": false}]})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn create_network(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
    JsonBody { value, .. }: JsonBody<CreateNetwork>,
) -> Result<Json<NetworkList>, ApiError> {
    let new = NewNetwork {
        name: fields::name("name", value.name)?,
        zone: fields::uuid("zoneUuid", value.zone_uuid)?,
        offering: fields::uuid("networkOfferingUuid", value.network_offering_uuid)?,
        is_public: query.boolean("isPublic")?.unwrap_or(true),
        security_group: query.uuid("securityGroupId")?,
        instance: fields::optional_uuid("virtualmachineUuid", value.instance_uuid)?,
    };
    let created = in_time(portal.cloud.create_network(&caller.requester(), new)).await?;
    Ok(Json(std::iter::once(created).collect()))
}
