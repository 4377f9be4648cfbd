use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::cloud_call::in_time;
use super::envelope::list;
use crate::cloud::{Filter, NetworkOffering};
use crate::http::Portal;
use crate::http::openapi::params::{OfferingListParams, VpcOfferingListParams};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// A kind of network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NetworkOfferingItem {
    uuid: Uuid,
    name: String,
    display_text: String,
    /// The same as `name`.
    offer_name: String,
    is_active: bool,
    network_trial_offering: bool,
    availability: String,
    guest_ip_type: String,
}

list! {
    /// Kinds of networks.
    NetworkOfferingList, "listNetworkOfferingResponse", NetworkOfferingItem
}

impl From<NetworkOffering> for NetworkOfferingItem {
    fn from(offering: NetworkOffering) -> Self {
        Self {
            uuid: offering.id,
            offer_name: offering.name.clone(),
            name: offering.name,
            display_text: offering.display_text,
            is_active: offering.is_active,
            network_trial_offering: offering.is_trial,
            availability: offering.availability,
            guest_ip_type: offering.guest_ip_type,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_network_offerings)).routes(routes!(list_vpc_network_offerings))
}

/// List network offerings
///
/// The kinds that networks can be.
#[utoipa::path(
    get, path = "/restapi/networkoffering/networkOfferingList", tag = tags::OFFERINGS,
    operation_id = "listNetworkOfferings", security(("apikey" = [], "secretkey" = [])), params(OfferingListParams),
    responses((status = 200, body = NetworkOfferingList, description = "All network offerings in one answer.",
        example = json!({"count": 1, "listNetworkOfferingResponse": [{"uuid": "01954d10-0000-7000-8000-00000000003d",
            "name": "Isolated network", "displayText": "Isolated network", "offerName": "Isolated network",
            "isActive": true, "networkTrialOffering": false, "availability": "Required",
            "guestIpType": "Isolated"}]})))
)]
async fn list_network_offerings(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<NetworkOfferingList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let offerings = in_time(portal.cloud.network_offerings(false, filter)).await?;
    Ok(Json(offerings.into_iter().collect()))
}

/// List network offerings of VPCs
///
/// The kinds that networks of VPCs can be.
#[utoipa::path(
    get, path = "/restapi/networkoffering/vpcNetworkOfferingList", tag = tags::OFFERINGS,
    operation_id = "listVpcNetworkOfferings", security(("apikey" = [], "secretkey" = [])),
    params(VpcOfferingListParams),
    responses((status = 200, body = NetworkOfferingList, description = "All network offerings of VPCs in one answer.",
        example = json!({"count": 1, "listNetworkOfferingResponse": [{"uuid": "01954d10-0000-7000-8000-00000000003f",
            "name": "VPC tier", "displayText": "VPC tier", "offerName": "VPC tier", "isActive": true,
            "networkTrialOffering": false, "availability": "Optional", "guestIpType": "Isolated"}]})))
)]
async fn list_vpc_network_offerings(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<NetworkOfferingList>, ApiError> {
    let filter = Filter { zone: None, id: query.uuid("uuid")? };
    let offerings = in_time(portal.cloud.network_offerings(true, filter)).await?;
    Ok(Json(offerings.into_iter().collect()))
}
