use axum::Json;
use axum::extract::State;
use latchkey_contract::resource::SampleIds;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{read, tenant};
use crate::cloud::{CloudError, Filter, Template, Tenant};
use crate::http::Portal;
use crate::http::openapi::answers::{Forbidden, Unauthorized};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(samples))
}

/// Read ids for examples
///
/// Offerings that leave nothing to choose but the size of a disk, so that a command with these ids works as it is.
#[utoipa::path(
    get, path = "/api/v1/resources/samples", tag = tags::RESOURCES, operation_id = "getSampleIds",
    security(("session" = [])),
    responses((status = 200, body = SampleIds, description = "One of each.", example = json!({
        "zone": "01954d10-0000-7000-8000-000000000001",
        "compute_offering": "01954d10-0000-7000-8000-00000000001f",
        "template": "01954d10-0000-7000-8000-000000000033",
        "storage_offering": "01954d10-0000-7000-8000-00000000002b",
        "network_offering": "01954d10-0000-7000-8000-00000000003d"})),
        Unauthorized, Forbidden)
)]
async fn samples(State(portal): State<Portal>, user: CompanyUser) -> Result<Json<SampleIds>, ApiError> {
    Ok(Json(read(find(&portal, tenant(&user))).await?))
}

async fn find(portal: &Portal, tenant: Tenant) -> Result<SampleIds, CloudError> {
    let cloud = &portal.cloud;
    let Some(zone) = cloud.zones(None).await?.into_iter().find(|zone| zone.is_active) else {
        return Ok(SampleIds::default());
    };
    let there = Filter { zone: Some(zone.id), id: None };
    let (compute, storage, templates, network_offerings, networks, instances) = tokio::try_join!(
        cloud.compute_offerings(there),
        cloud.storage_offerings(there),
        cloud.templates(there),
        cloud.network_offerings(false, there),
        cloud.networks(tenant, there),
        cloud.instances(tenant, Filter::default()),
    )?;
    let instance = instances.into_iter().find(|it| it.state.is_settled());
    let compute = compute.into_iter().find(|it| it.is_active && it.cpu_cores > 0 && it.memory_mb > 0);
    let template = templates.into_iter().find(|it| it.is_active && it.format != Template::ISO);
    Ok(SampleIds {
        zone: Some(zone.id),
        compute_offering: compute.map(|it| it.id),
        template: template.map(|it| it.id),
        storage_offering: storage.into_iter().find(|it| it.is_active && it.is_custom).map(|it| it.id),
        network_offering: network_offerings.into_iter().find(|it| it.is_active).map(|it| it.id),
        network: networks.first().map(|it| it.id),
        instance: instance.as_ref().map(|it| it.id),
        instance_zone: instance.as_ref().map(|it| it.zone_id),
    })
}
