use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::network::Network;
use latchkey_contract::resource::ResourceState;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list_query::ListQuery;
use super::listed::page;
use super::{read, tenant, zone_names};
use crate::cloud::{self, Filter};
use crate::http::Portal;
use crate::http::openapi::answers::{BadRequest, Forbidden, Unauthorized};
use crate::http::openapi::params::{PageParams, ResourceFilterParams};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list))
}

/// List the company's networks
#[utoipa::path(
    get, path = "/api/v1/network/networks", tag = tags::RESOURCES, operation_id = "listCompanyNetworks",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<Network>, description = "A page of networks.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-00000000000b", "name": "front", "state": "ready",
            "cidr": "10.10.1.0/24", "gateway": "10.10.1.1", "kind": "Isolated", "zone": "London 1"}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<Network>>, ApiError> {
    let zones = zone_names(&portal).await?;
    let networks = read(portal.cloud.networks(tenant(&user), Filter::default())).await?;
    let shown = |it: cloud::Network| Network {
        id: it.id,
        name: it.name,
        state: state(&it.status),
        cidr: it.cidr,
        gateway: it.gateway,
        kind: it.kind,
        zone: zones.get(&it.zone_id).cloned().unwrap_or_default(),
        last_change: None,
    };
    Ok(Json(page(&portal, networks.into_iter().map(shown).collect(), &query).await?))
}

fn state(status: &str) -> ResourceState {
    if status == cloud::Network::IMPLEMENTED { ResourceState::Ready } else { ResourceState::Unknown }
}
