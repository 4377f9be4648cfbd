use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::item::InstanceList;
use crate::cloud::{NewInstance, Size};
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::in_time;
use crate::http::restapi::fields;
use crate::http::whole_number;

/// An instance that is wanted. The network and the template must be in its zone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateInstance {
    #[schema(value_type = String, required, min_length = 1, max_length = 255)]
    name: Option<String>,
    #[schema(value_type = Uuid, required)]
    compute_offering_uuid: Option<String>,
    #[schema(value_type = Uuid, required)]
    template_uuid: Option<String>,
    #[schema(value_type = Uuid, required)]
    network_uuid: Option<String>,
    #[schema(value_type = Uuid, required)]
    zone_uuid: Option<String>,
    /// GB of the root disk; 0 for as much as the storage offering or the template gives.
    #[schema(value_type = i64, required = false, minimum = 0, maximum = 65536)]
    #[serde(default, deserialize_with = "whole_number::optional")]
    disk_size: Option<i64>,
    /// 1 to 128. Needed, with `memory`, where the compute offering leaves the size to the caller; not used otherwise.
    #[schema(value_type = String, required = false, pattern = "^[0-9]*$", max_length = 7)]
    cpu_core: Option<String>,
    /// MB, 256 to 1048576.
    #[schema(value_type = String, required = false, pattern = "^[0-9]*$", max_length = 7)]
    memory: Option<String>,
    /// Taken and not used: there is one hypervisor.
    #[schema(value_type = String, required = false, max_length = 255)]
    hypervisor_name: Option<String>,
    /// The name of a security group.
    #[serde(rename = "securitygroupName")]
    #[schema(value_type = String, required = false, max_length = 255)]
    security_group_name: Option<String>,
    /// The name of an SSH key.
    #[schema(value_type = String, required = false, max_length = 255)]
    ssh_key_name: Option<String>,
    /// The kind of the root disk.
    #[schema(value_type = Uuid, required = false)]
    storage_offering_uuid: Option<String>,
}

impl CreateInstance {
    fn check(self) -> Result<NewInstance, ApiError> {
        fields::optional_name("hypervisorName", self.hypervisor_name)?;
        Ok(NewInstance {
            name: fields::name("name", self.name)?,
            zone: fields::uuid("zoneUuid", self.zone_uuid)?,
            compute_offering: fields::uuid("computeOfferingUuid", self.compute_offering_uuid)?,
            size: Size {
                cpu_cores: fields::number("cpuCore", self.cpu_core.as_deref())?,
                memory_mb: fields::number("memory", self.memory.as_deref())?,
            },
            template: fields::uuid("templateUuid", self.template_uuid)?,
            network: fields::uuid("networkUuid", self.network_uuid)?,
            storage_offering: fields::optional_uuid("storageOfferingUuid", self.storage_offering_uuid)?,
            disk_gb: fields::disk_size(self.disk_size)?,
            ssh_key: fields::optional_name("sshKeyName", self.ssh_key_name)?,
            security_group: fields::optional_name("securitygroupName", self.security_group_name)?,
        })
    }
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(create_instance))
}

/// Create an instance
///
/// Begins to make an instance and start it. It is done when `getInstanceStatus` says `RUNNING`. The name must not be the
/// `name` or `displayName` of another instance of the company; the refusal names that instance by its `uuid`. A name is
/// free again as soon as the destruction of its instance has begun.
#[utoipa::path(
    post, path = "/restapi/instance/createInstance", tag = tags::INSTANCES, operation_id = "createInstance",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = CreateInstance, example = json!({"name": "web-3",
        "computeOfferingUuid": "01954d10-0000-7000-8000-00000000001f",
        "templateUuid": "01954d10-0000-7000-8000-000000000034",
        "networkUuid": "01954d10-0000-7000-8000-00000000000b",
        "zoneUuid": "01954d10-0000-7000-8000-000000000001", "diskSize": 0})),
    responses((status = 200, body = InstanceList, description = "Begun. The list holds the new instance alone.",
        example = json!({"count": 1, "listInstanceResponse": [{"uuid": "01954d10-0000-7000-8000-0000000004b5",
            "name": "web-3", "displayName": "web-3", "instanceOwnerName": "Dana Demo", "networkName": "frontend",
            "templateName": "Debian 12", "cpuCore": "2", "memory": "4096", "diskSize": 10.0, "rootDiskSize": "10",
            "volumeSize": "10", "state": "CREATING", "status": "CREATING", "instancePrivateIp": "10.1.1.11",
            "networkUuid": "01954d10-0000-7000-8000-00000000000b",
            "computeOfferingUuid": "01954d10-0000-7000-8000-00000000001f",
            "templateUuid": "01954d10-0000-7000-8000-000000000034",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001", "isActive": true}]})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn create_instance(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<CreateInstance>,
) -> Result<Json<InstanceList>, ApiError> {
    let created = in_time(portal.cloud.create_instance(&caller.requester(), value.check()?)).await?;
    Ok(Json(std::iter::once(created).collect()))
}
