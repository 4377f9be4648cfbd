mod create;
mod disc;
mod item;
mod power;
mod rename;
mod resize;
mod ssh_key;
mod status;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::item::InstanceList;
use super::auth::ApiCaller;
use super::cloud_call::in_time;
use crate::cloud::Filter;
use crate::http::Portal;
use crate::http::openapi::params::InstanceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(list_instances))
        .merge(create::router())
        .merge(status::router())
        .merge(rename::router())
}

/// GET routes that change something.
pub(crate) fn acting_router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(power::router())
        .merge(resize::router())
        .merge(ssh_key::router())
        .merge(disc::router())
}

/// List instances
///
/// The virtual machines of the key's company.
#[utoipa::path(
    get, path = "/restapi/instance/instanceList", tag = tags::INSTANCES, operation_id = "listInstances",
    security(("apikey" = [], "secretkey" = [])), params(InstanceListParams),
    responses((status = 200, body = InstanceList, description = "All instances in one answer.",
            example = json!({"count": 1,
        "listInstanceResponse": [{"uuid": "01954d10-0000-7000-8000-0000000004b1", "name": "web-1", "displayName": "web-1",
            "instanceOwnerName": "Dana Demo", "networkName": "frontend", "templateName": "Debian 12", "cpuCore": "2",
            "memory": "4096", "diskSize": 40.0, "rootDiskSize": "40", "volumeSize": "40", "state": "RUNNING",
            "status": "RUNNING", "instancePrivateIp": "10.1.1.11", "networkUuid": "01954d10-0000-7000-8000-00000000000b",
            "storageOfferingUuid": "01954d10-0000-7000-8000-000000000029",
            "computeOfferingUuid": "01954d10-0000-7000-8000-00000000001f",
            "templateUuid": "01954d10-0000-7000-8000-000000000034",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001",
            "sshUuid": "01954d10-0000-7000-8000-000000000047", "isActive": true}]})))
)]
async fn list_instances(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<InstanceList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("vmUuid")? };
    let instances = in_time(portal.cloud.instances(caller.tenant(), filter)).await?;
    Ok(Json(instances.into_iter().collect()))
}
