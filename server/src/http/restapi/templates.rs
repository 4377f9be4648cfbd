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
use crate::cloud::{Filter, Template};
use crate::http::Portal;
use crate::http::openapi::params::ResourceListParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;

/// What an instance's root disk is copied from, or a disc image. Everything is a text.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TemplateItem {
    uuid: Uuid,
    name: String,
    description: String,
    os_category_name: String,
    /// `ISO` for a disc image, else the format of a disk, e.g. `QCOW2`.
    format: String,
    zone_name: String,
    zone_uuid: Uuid,
    template_cost: String,
    /// `true` or `false`.
    is_active: String,
}

list! {
    /// Templates and ISOs.
    TemplateList, "listTemplateResponse", TemplateItem
}

impl From<Template> for TemplateItem {
    fn from(template: Template) -> Self {
        Self {
            uuid: template.id,
            name: template.name,
            description: template.description,
            os_category_name: template.os_category,
            format: template.format,
            zone_name: template.zone_name,
            zone_uuid: template.zone_id,
            template_cost: template.cost,
            is_active: template.is_active.to_string(),
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_templates))
}

/// List templates and ISOs
///
/// What instances can be created from, and the discs that can be attached to them: those have the `format` `ISO`.
#[utoipa::path(
    get, path = "/restapi/template/templateList", tag = tags::OFFERINGS, operation_id = "listTemplates",
    security(("apikey" = [], "secretkey" = [])), params(ResourceListParams),
    responses((status = 200, body = TemplateList, description = "All templates and ISOs in one answer.",
        example = json!({"count": 1, "listTemplateResponse": [{"uuid": "01954d10-0000-7000-8000-000000000034",
            "name": "Debian 12", "description": "Debian 12, 64 bit, with cloud-init", "osCategoryName": "Debian",
            "format": "QCOW2", "zoneName": "London 1", "zoneUuid": "01954d10-0000-7000-8000-000000000001",
            "templateCost": "0", "isActive": "true"}]})))
)]
async fn list_templates(
    State(portal): State<Portal>,
    _: ApiCaller,
    query: Query,
) -> Result<Json<TemplateList>, ApiError> {
    let filter = Filter { zone: query.uuid("zoneUuid")?, id: query.uuid("uuid")? };
    let templates = in_time(portal.cloud.templates(filter)).await?;
    Ok(Json(templates.into_iter().collect()))
}
