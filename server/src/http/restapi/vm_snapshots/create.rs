use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::item::VmSnapshotList;
use crate::cloud::NewVmSnapshot;
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::in_time;
use crate::http::restapi::fields;

/// A snapshot that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateVmSnapshot {
    #[schema(value_type = String, required, min_length = 1, max_length = 255)]
    name: Option<String>,
    #[schema(value_type = String, required = false, max_length = 4000)]
    description: Option<String>,
    /// Whether the instance's memory is in it too. `false` if left out.
    #[schema(value_type = bool, required = false)]
    snapshot_memory: Option<bool>,
    /// The instance.
    #[serde(rename = "virtualmachineUuid")]
    #[schema(value_type = Uuid, required)]
    instance_uuid: Option<String>,
    /// The instance's zone.
    #[schema(value_type = Uuid, required)]
    zone_uuid: Option<String>,
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(create_vm_snapshot))
}

/// Create a VM snapshot
///
/// Begins to take a snapshot of an instance that is `RUNNING` or `STOPPED`.
#[utoipa::path(
    post, path = "/restapi/vmsnapshot/createVmSnapshot", tag = tags::VM_SNAPSHOTS, operation_id = "createVmSnapshot",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = CreateVmSnapshot, example = json!({"name": "before-upgrade", "description": "",
        "snapshotMemory": false, "virtualmachineUuid": "01954d10-0000-7000-8000-0000000004b1",
        "zoneUuid": "01954d10-0000-7000-8000-000000000001"})),
    responses((status = 200, body = VmSnapshotList, description = "Begun. The list holds the new snapshot alone.",
        example = json!({"count": 1, "listVmSnapshotResponse": [{"uuid": "01954d10-0000-7000-8000-000000000579",
            "name": "before-upgrade", "description": "", "isActive": true, "domainName": "Demo Ltd",
            "isCurrent": true, "status": "CREATING", "createdTimeStamp": 1772357400000i64,
            "zoneUuid": "01954d10-0000-7000-8000-000000000001",
            "jobId": "01954d10-0000-7000-8000-000000000579"}]})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn create_vm_snapshot(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<CreateVmSnapshot>,
) -> Result<Json<VmSnapshotList>, ApiError> {
    let new = NewVmSnapshot {
        name: fields::name("name", value.name)?,
        description: fields::description("description", value.description)?,
        zone: fields::uuid("zoneUuid", value.zone_uuid)?,
        instance: fields::uuid("virtualmachineUuid", value.instance_uuid)?,
        with_memory: value.snapshot_memory.unwrap_or(false),
    };
    let created = in_time(portal.cloud.create_vm_snapshot(&caller.requester(), new)).await?;
    Ok(Json(std::iter::once(created).collect()))
}
