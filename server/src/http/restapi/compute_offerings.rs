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
use crate::cloud::{ComputeOffering, Filter};
use crate::http::Portal;
use crate::http::openapi::params::OfferingListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// A size of instances. Numbers are texts; where the caller chooses the size they are `0`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ComputeOfferingItem {
    uuid: Uuid,
    name: String,
    display_text: String,
    number_of_cores: String,
    /// MHz.
    clock_speed: String,
    /// MB.
    memory: String,
    /// `local` or `shared`.
    storage_type: String,
    is_active: bool,
}

list! {
    /// Sizes of instances.
    ComputeOfferingList, "listComputeOfferingResponse", ComputeOfferingItem
}

impl From<ComputeOffering> for ComputeOfferingItem {
    fn from(offering: ComputeOffering) -> Self {
        Self {
            uuid: offering.id,
            name: offering.name,
            display_text: offering.display_text,
            number_of_cores: offering.cpu_cores.to_string(),
            clock_speed: offering.clock_mhz.to_string(),
            memory: offering.memory_mb.to_string(),
            storage_type: offering.storage_type,
            is_active: offering.is_active,
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_compute_offerings))
}

/// List compute offerings
///
/// The sizes that instances can have.
#[utoipa::path(
    get, path = "/restapi/compute/computeOfferingList", tag = tags::OFFERINGS, operation_id = "listComputeOfferings",
    security(("apikey" = [], "secretkey" = [])), params(OfferingListParams),
    responses((status = 200, body = ComputeOfferingList, description = "All compute offerings in one answer.",
        example = json!({"count": 1, "listComputeOfferingResponse": [{"uuid": "01954d10-0000-7000-8000-00000000001f",
            "name": "Small", "displayText": "2 cores, 4 GB", "numberOfCores": "2", "clockSpeed": "2400", "memory": "4096",
            "storageType": "shared", "isActive": true}]})))
)]
async fn list_compute_offerings(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<ComputeOfferingList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let offerings = in_time(portal.cloud.compute_offerings(filter)).await?;
    Ok(Json(offerings.into_iter().collect()))
}
