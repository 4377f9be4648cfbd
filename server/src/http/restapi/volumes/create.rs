use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::item::VolumeList;
use crate::cloud::NewVolume;
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{RestapiBody, RestapiConflict, RestapiNotFound};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::restapi::auth::ApiCaller;
use crate::http::restapi::cloud_call::in_time;
use crate::http::restapi::fields;
use crate::http::whole_number;

/// A volume that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateVolume {
    #[schema(value_type = String, required, min_length = 1, max_length = 255)]
    name: Option<String>,
    /// GB; needed where the storage offering leaves it to the caller.
    #[schema(value_type = i64, required = false, minimum = 0, maximum = 65536)]
    #[serde(default, deserialize_with = "whole_number::optional")]
    disk_size: Option<i64>,
    #[schema(value_type = Uuid, required)]
    storage_offering_uuid: Option<String>,
    #[schema(value_type = Uuid, required)]
    zone_uuid: Option<String>,
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(create_volume))
}

/// Create a volume
///
/// Makes a disk that is attached to nothing.
#[utoipa::path(
    post, path = "/restapi/volume/createVolume", tag = tags::VOLUMES, operation_id = "createVolume",
    security(("apikey" = [], "secretkey" = [])),
    request_body(content = CreateVolume, example = json!({"name": "data-1", "diskSize": 100,
        "storageOfferingUuid": "01954d10-0000-7000-8000-000000000029",
        "zoneUuid": "01954d10-0000-7000-8000-000000000001"})),
    responses((status = 200, body = VolumeList, description = "Made. The list holds the new volume alone.",
        example = json!({"count": 1, "listVolumeResponse": [{"uuid": "01954d10-0000-7000-8000-00000000051a",
            "name": "data-1", "volumeType": "DATADISK", "storageOfferingName": "Standard SSD", "storageDiskSize": "100",
            "domainName": "Demo Ltd", "storageOfferingUuid": "01954d10-0000-7000-8000-000000000029",
            "zoneUuid": "01954d10-0000-7000-8000-000000000001", "status": "READY", "isActive": true,
            "isShrink": "false", "createdTimeStamp": 1772357400000i64,
            "jobId": "01954d10-0000-7000-8000-00000000051a"}]})),
        RestapiNotFound, RestapiConflict, RestapiBody)
)]
async fn create_volume(
    State(portal): State<Portal>,
    caller: ApiCaller,
    JsonBody { value, .. }: JsonBody<CreateVolume>,
) -> Result<Json<VolumeList>, ApiError> {
    let new = NewVolume {
        name: fields::name("name", value.name)?,
        zone: fields::uuid("zoneUuid", value.zone_uuid)?,
        offering: fields::uuid("storageOfferingUuid", value.storage_offering_uuid)?,
        size_gb: fields::disk_size(value.disk_size)?,
    };
    let created = in_time(portal.cloud.create_volume(&caller.requester(), new)).await?;
    Ok(Json(std::iter::once(created).collect()))
}
