use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::compute::Instance;
use latchkey_contract::resource::ResourceState;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list_query::ListQuery;
use super::listed::page;
use super::{read, size, tenant, zone_names};
use crate::cloud::{self, Filter, InstanceState};
use crate::http::Portal;
use crate::http::openapi::answers::{BadRequest, Forbidden, Unauthorized};
use crate::http::openapi::params::{PageParams, ResourceFilterParams};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list))
}

/// List the company's instances
#[utoipa::path(
    get, path = "/api/v1/compute/instances", tag = tags::RESOURCES, operation_id = "listCompanyInstances",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<Instance>, description = "A page of virtual machines.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-0000000004b1", "name": "web-1", "state": "running",
            "template": "Ubuntu 24.04", "cpu_cores": 2, "memory_mb": 4096, "disk_gb": 40, "network": "front",
            "private_ip": "10.10.1.11", "zone": "London 1", "last_change": {"act": "instance_started",
                "api_key": "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY", "owner": "Dana Demo", "at": "2026-03-01T09:29:58.120Z"}}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<Instance>>, ApiError> {
    let zones = zone_names(&portal).await?;
    let instances = read(portal.cloud.instances(tenant(&user), Filter::default())).await?;
    let shown = |it: cloud::Instance| Instance {
        id: it.id,
        name: it.display_name,
        state: state(it.state),
        template: it.template_name,
        cpu_cores: size(it.cpu_cores),
        memory_mb: size(it.memory_mb),
        disk_gb: size(it.disk_gb),
        network: it.network_name,
        private_ip: it.private_ip,
        zone: zones.get(&it.zone_id).cloned().unwrap_or_default(),
        last_change: None,
    };
    Ok(Json(page(&portal, instances.into_iter().map(shown).collect(), &query).await?))
}

fn state(state: InstanceState) -> ResourceState {
    match state {
        InstanceState::Creating => ResourceState::Creating,
        InstanceState::Starting => ResourceState::Starting,
        InstanceState::Running => ResourceState::Running,
        InstanceState::Stopping => ResourceState::Stopping,
        InstanceState::Stopped => ResourceState::Stopped,
        InstanceState::Destroying => ResourceState::Destroying,
        InstanceState::Error => ResourceState::Error,
    }
}
