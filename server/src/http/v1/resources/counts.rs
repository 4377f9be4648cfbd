use axum::Json;
use axum::extract::State;
use latchkey_contract::resource::ResourceCounts;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{read, tenant};
use crate::cloud::{Filter, InstanceState};
use crate::http::Portal;
use crate::http::openapi::answers::{Forbidden, Unauthorized};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(counts))
}

/// Count the company's resources
#[utoipa::path(
    get, path = "/api/v1/resources/counts", tag = tags::RESOURCES, operation_id = "countResources",
    security(("session" = [])),
    responses((status = 200, body = ResourceCounts, description = "How many there are of each kind.", example = json!({
        "instances": 4, "running_instances": 3, "volumes": 6, "vm_snapshots": 2, "ssh_keys": 2, "networks": 4,
        "security_groups": 2})),
        Unauthorized, Forbidden)
)]
async fn counts(State(portal): State<Portal>, user: CompanyUser) -> Result<Json<ResourceCounts>, ApiError> {
    let (tenant, all) = (tenant(&user), Filter::default());
    let cloud = &portal.cloud;
    let (instances, volumes, vm_snapshots, ssh_keys, networks, security_groups) = read(async {
        tokio::try_join!(
            cloud.instances(tenant, all),
            cloud.volumes(tenant, all),
            cloud.vm_snapshots(tenant, all),
            cloud.ssh_keys(tenant),
            cloud.networks(tenant, all),
            cloud.security_groups(tenant, None),
        )
    })
    .await?;
    let running = instances.iter().filter(|instance| instance.state == InstanceState::Running).count();
    let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
    Ok(Json(ResourceCounts {
        instances: count(instances.len()),
        running_instances: count(running),
        volumes: count(volumes.len()),
        vm_snapshots: count(vm_snapshots.len()),
        ssh_keys: count(ssh_keys.len()),
        networks: count(networks.len()),
        security_groups: count(security_groups.len()),
    }))
}
