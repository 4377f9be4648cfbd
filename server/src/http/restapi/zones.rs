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
use crate::cloud::Zone;
use crate::http::Portal;
use crate::http::openapi::params::ZoneListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// A location of the cloud.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ZoneItem {
    uuid: Uuid,
    name: String,
    is_active: bool,
}

list! {
    /// Zones.
    ZoneList, "listZoneResponse", ZoneItem
}

impl From<Zone> for ZoneItem {
    fn from(zone: Zone) -> Self {
        Self { uuid: zone.id, name: zone.name, is_active: zone.is_active }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_zones))
}

/// List zones
///
/// The locations of the cloud. Other lists are narrowed by a zone's `uuid`.
#[utoipa::path(
    get, path = "/restapi/zone/zonelist", tag = tags::ZONES, operation_id = "listZones",
    security(("apikey" = [], "secretkey" = [])), params(ZoneListParams),
    responses((status = 200, body = ZoneList, description = "All zones in one answer.", example = json!({"count": 1,
        "listZoneResponse": [{"uuid": "01954d10-0000-7000-8000-000000000001", "name": "Frankfurt", "isActive": true}]})))
)]
async fn list_zones(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<ZoneList>, ApiError> {
    let zones = in_time(portal.cloud.zones(query.uuid("uuid")?)).await?;
    Ok(Json(zones.into_iter().collect()))
}
