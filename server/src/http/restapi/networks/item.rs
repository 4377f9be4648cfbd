use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cloud::Network;
use crate::http::restapi::envelope::list;

/// A network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NetworkItem {
    uuid: Uuid,
    name: String,
    is_active: bool,
    /// The company's name.
    domain_name: String,
    /// The DNS domain of what is in it.
    network_domain: String,
    #[serde(rename = "cIDR")]
    cidr: String,
    gateway: String,
    network_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_offering_uuid: Option<Uuid>,
    zone_uuid: Uuid,
    status: String,
    /// Whether it is being cleaned up: never, here.
    clean_up_network: bool,
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
            domain_name: network.domain_name,
            network_domain: network.domain,
            cidr: network.cidr,
            gateway: network.gateway,
            network_type: network.kind,
            network_offering_uuid: network.offering_id,
            zone_uuid: network.zone_id,
            status: network.status,
            clean_up_network: false,
        }
    }
}
