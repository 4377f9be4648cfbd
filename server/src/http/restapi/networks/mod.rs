mod create;
mod delete;
mod item;
mod members;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::item::NetworkList;
use super::auth::ApiCaller;
use super::cloud_call::in_time;
use crate::cloud::Filter;
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(list_networks))
        .merge(create::router())
        .merge(delete::router())
        .merge(members::router())
}

/// List networks
///
/// The networks of the key's company.
#[utoipa::path(
    get, path = "/restapi/network/networkList", tag = tags::NETWORKS, operation_id = "listNetworks",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = NetworkList, description = "All networks in one answer.",
            example = json!({"count": 1,
        "listNetworkResponse": [{"uuid": "01954d10-0000-7000-8000-00000000000b", "name": "frontend", "isActive": true,
            "domainName": "Demo Ltd", "networkDomain": "frontend.internal", "cIDR": "10.1.1.0/24",
            "gateway": "10.1.1.1", "networkType": "Isolated",
            "networkOfferingUuid": "01954d10-0000-7000-8000-00000000003d",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001", "status": "IMPLEMENTED",
            "cleanUpNetwork": false}]})))
)]
async fn list_networks(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<NetworkList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let networks = in_time(portal.cloud.networks(caller.tenant(), filter)).await?;
    Ok(Json(networks.into_iter().collect()))
}
