use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::envelope::list;
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::store::inventory::{InventoryFilter, Network};

/// A network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NetworkItem {
    uuid: Uuid,
    name: String,
    is_active: bool,
    network_domain: String,
    #[serde(rename = "cIDR")]
    cidr: String,
    gateway: String,
    network_type: String,
    zone_uuid: Uuid,
    status: String,
}

list! {
    /// Networks.
    NetworkList, "listNetworkResponse", NetworkItem
}

impl From<Network> for NetworkItem {
    fn from(network: Network) -> Self {
        Self {
            uuid: network.id,
            name: network.name,
            is_active: true,
            network_domain: network.domain,
            cidr: network.cidr,
            gateway: network.gateway,
            network_type: network.kind,
            zone_uuid: network.zone_id,
            status: network.status,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_networks))
}

/// List networks
///
/// The networks of the key's company.
#[utoipa::path(
    get, path = "/restapi/network/networkList", tag = tags::NETWORKS, operation_id = "listNetworks",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = NetworkList, description = "All networks in one answer.", example = json!({"count": 1,
        "listNetworkResponse": [{"uuid": "019cb6f2-0004-7000-8000-000000000001", "name": "frontend", "isActive": true,
            "networkDomain": "frontend.internal", "cIDR": "10.1.1.0/24", "gateway": "10.1.1.1", "networkType": "Isolated",
            "zoneUuid": "019cb6f2-0001-7000-8000-000000000001", "status": "IMPLEMENTED"}]})))
)]
async fn list_networks(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<NetworkList>, ApiError> {
    let filter = InventoryFilter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let networks = portal.store.networks(caller.company, filter).await?;
    Ok(Json(networks.into_iter().collect()))
}
