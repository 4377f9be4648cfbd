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
use crate::http::openapi::params::InstanceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::store::inventory::{Instance, InventoryFilter};

/// A virtual machine. Numbers are texts but for `diskSize`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InstanceItem {
    uuid: Uuid,
    name: String,
    display_name: String,
    instance_owner_name: String,
    network_name: String,
    template_name: String,
    /// Number of virtual processors.
    cpu_core: String,
    /// MB.
    memory: String,
    /// GB.
    disk_size: f64,
    /// GB.
    root_disk_size: String,
    /// GB.
    volume_size: String,
    /// In capitals, e.g. `RUNNING` or `STOPPED`.
    state: String,
    /// The same as `state`.
    status: String,
    instance_private_ip: String,
    network_uuid: Uuid,
    zone_uuid: Uuid,
    is_active: bool,
}

list! {
    /// Virtual machines.
    InstanceList, "listInstanceResponse", InstanceItem
}

impl From<Instance> for InstanceItem {
    #[expect(clippy::cast_precision_loss, reason = "disks stay far below 2^52 GB")]
    fn from(instance: Instance) -> Self {
        Self {
            uuid: instance.id,
            name: instance.name,
            display_name: instance.display_name,
            instance_owner_name: instance.owner_name,
            network_name: instance.network_name,
            template_name: instance.template_name,
            cpu_core: instance.cpu_cores.to_string(),
            memory: instance.memory_mb.to_string(),
            disk_size: instance.disk_gb as f64,
            root_disk_size: instance.disk_gb.to_string(),
            volume_size: instance.disk_gb.to_string(),
            status: instance.state.clone(),
            state: instance.state,
            instance_private_ip: instance.private_ip,
            network_uuid: instance.network_id,
            zone_uuid: instance.zone_id,
            is_active: true,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_instances))
}

/// List instances
///
/// The virtual machines of the key's company.
#[utoipa::path(
    get, path = "/restapi/instance/instanceList", tag = tags::INSTANCES, operation_id = "listInstances",
    security(("apikey" = [], "secretkey" = [])), params(InstanceListParams),
    responses((status = 200, body = InstanceList, description = "All instances in one answer.", example = json!({"count": 1,
        "listInstanceResponse": [{"uuid": "019cb6f2-0002-7000-8000-000000000001", "name": "web-1", "displayName": "web-1",
            "instanceOwnerName": "Demo Ltd", "networkName": "frontend", "templateName": "Debian 12", "cpuCore": "2",
            "memory": "4096", "diskSize": 40.0, "rootDiskSize": "40", "volumeSize": "40", "state": "RUNNING",
            "status": "RUNNING", "instancePrivateIp": "10.1.1.11", "networkUuid": "019cb6f2-0004-7000-8000-000000000001",
            "zoneUuid": "019cb6f2-0001-7000-8000-000000000001", "isActive": true}]})))
)]
async fn list_instances(
    State(portal): State<Portal>,
    caller: ApiCaller,
    query: Query,
) -> Result<Json<InstanceList>, ApiError> {
    let filter = InventoryFilter { zone: query.uuid("zoneUuid")?, id: query.uuid("vmUuid")? };
    let instances = portal.store.instances(caller.company, filter).await?;
    Ok(Json(instances.into_iter().collect()))
}
