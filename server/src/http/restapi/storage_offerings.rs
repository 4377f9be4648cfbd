use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::cloud_call::in_time;
use super::envelope::list;
use crate::cloud::{Filter, StorageOffering};
use crate::http::Portal;
use crate::http::openapi::params::OfferingListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// A kind of disk.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StorageOfferingItem {
    uuid: Uuid,
    name: String,
    description: String,
    /// `local` or `shared`.
    storage_type: String,
    /// GB; `0` where the caller chooses.
    disk_size: String,
    /// Whether the caller chooses the size.
    is_custom_disk: bool,
    is_active: bool,
}

list! {
    /// Kinds of disks.
    StorageOfferingList, "listStorageOfferingResponse", StorageOfferingItem
}

impl From<StorageOffering> for StorageOfferingItem {
    fn from(offering: StorageOffering) -> Self {
        Self {
            uuid: offering.id,
            name: offering.name,
            description: offering.description,
            storage_type: offering.storage_type,
            disk_size: offering.disk_gb.to_string(),
            is_custom_disk: offering.is_custom,
            is_active: offering.is_active,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_storage_offerings))
}

/// List storage offerings
///
/// The kinds of disks that volumes can be.
#[utoipa::path(
    get, path = "/restapi/storage/storageOfferingList", tag = tags::OFFERINGS, operation_id = "listStorageOfferings",
    security(("apikey" = [], "secretkey" = [])), params(OfferingListParams),
    responses((status = 200, body = StorageOfferingList, description = "All storage offerings in one answer.",
        example = json!({"count": 1, "listStorageOfferingResponse": [{"uuid": "01954d10-0000-7000-8000-000000000029",
            "name": "Standard SSD", "description": "Any size", "storageType": "shared", "diskSize": "0",
            "isCustomDisk": true, "isActive": true}]})))
)]
async fn list_storage_offerings(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<StorageOfferingList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let offerings = in_time(portal.cloud.storage_offerings(filter)).await?;
    Ok(Json(offerings.into_iter().collect()))
}
