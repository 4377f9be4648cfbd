use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::compute::VmSnapshot;
use latchkey_contract::resource::ResourceState;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list_query::ListQuery;
use super::listed::page;
use super::{instance_names, read, tenant, zone_names};
use crate::clock::timestamp;
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

/// List the company's VM snapshots
#[utoipa::path(
    get, path = "/api/v1/compute/vm-snapshots", tag = tags::RESOURCES, operation_id = "listCompanyVmSnapshots",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<VmSnapshot>, description = "A page of VM snapshots.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-00000000057a", "name": "before-upgrade",
            "description": "Kept until the next one", "state": "ready", "instance": "db-1", "is_current": false,
            "has_memory": false, "zone": "London 1", "created_at": "2026-02-26T09:30:00.000Z"}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<VmSnapshot>>, ApiError> {
    let zones = zone_names(&portal).await?;
    let instances = instance_names(&portal, tenant(&user)).await?;
    let snapshots = read(portal.cloud.vm_snapshots(tenant(&user), Filter::default())).await?;
    let shown = |it: cloud::VmSnapshot| VmSnapshot {
        id: it.id,
        name: it.name,
        description: it.description,
        state: state(&it.status),
        instance: instances.get(&it.instance_id).cloned(),
        is_current: it.is_current,
        has_memory: it.has_memory,
        zone: zones.get(&it.zone_id).cloned().unwrap_or_default(),
        created_at: timestamp(it.created_at),
        last_change: None,
    };
    Ok(Json(page(&portal, snapshots.into_iter().map(shown).collect(), &query).await?))
}

fn state(status: &str) -> ResourceState {
    match status {
        cloud::VmSnapshot::TAKING => ResourceState::Creating,
        cloud::VmSnapshot::READY => ResourceState::Ready,
        _ => ResourceState::Unknown,
    }
}
