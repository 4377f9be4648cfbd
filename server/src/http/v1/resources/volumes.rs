use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::compute::Volume;
use latchkey_contract::resource::ResourceState;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list_query::ListQuery;
use super::listed::page;
use super::{instance_names, read, size, tenant, zone_names};
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

/// List the company's volumes
#[utoipa::path(
    get, path = "/api/v1/compute/volumes", tag = tags::RESOURCES, operation_id = "listCompanyVolumes",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<Volume>, description = "A page of volumes.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-00000000051a", "name": "archive", "state": "ready", "is_root": false,
            "size_gb": 500, "offering": "Fast SSD", "zone": "London 2", "created_at": "2026-03-01T03:30:00.000Z"}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<Volume>>, ApiError> {
    let zones = zone_names(&portal).await?;
    let instances = instance_names(&portal, tenant(&user)).await?;
    let volumes = read(portal.cloud.volumes(tenant(&user), Filter::default())).await?;
    let shown = |it: cloud::Volume| Volume {
        id: it.id,
        name: it.name,
        state: state(&it.status),
        is_root: it.kind == cloud::Volume::ROOT,
        size_gb: size(it.size_gb),
        offering: it.storage_offering_name,
        instance: it.instance_id.and_then(|id| instances.get(&id).cloned()).or(it.instance_name),
        zone: zones.get(&it.zone_id).cloned().unwrap_or_default(),
        created_at: timestamp(it.created_at),
        last_change: None,
    };
    Ok(Json(page(&portal, volumes.into_iter().map(shown).collect(), &query).await?))
}

fn state(status: &str) -> ResourceState {
    if status == cloud::Volume::READY { ResourceState::Ready } else { ResourceState::Unknown }
}
