use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::network::SecurityGroup;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::list_query::ListQuery;
use super::listed::{page, usable};
use super::{read, tenant};
use crate::cloud;
use crate::http::Portal;
use crate::http::openapi::answers::{BadRequest, Forbidden, Unauthorized};
use crate::http::openapi::params::{PageParams, ResourceFilterParams};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list))
}

/// List the company's security groups
#[utoipa::path(
    get, path = "/api/v1/network/security-groups", tag = tags::RESOURCES, operation_id = "listCompanySecurityGroups",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<SecurityGroup>, description = "A page of security groups.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-000000000051", "name": "web", "description": "HTTP and HTTPS",
            "state": "ready", "ingress_rules": 2, "egress_rules": 1}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<SecurityGroup>>, ApiError> {
    let groups = read(portal.cloud.security_groups(tenant(&user), None)).await?;
    Ok(Json(page(&portal, groups.into_iter().map(shown).collect(), &query).await?))
}

fn shown(group: cloud::SecurityGroup) -> SecurityGroup {
    let egress_rules = group.rules.iter().filter(|rule| rule.is_egress).count();
    let count = |rules: usize| u32::try_from(rules).unwrap_or(u32::MAX);
    SecurityGroup {
        id: group.id,
        name: group.name,
        description: group.description,
        state: usable(group.is_active),
        ingress_rules: count(group.rules.len() - egress_rules),
        egress_rules: count(egress_rules),
        last_change: None,
    }
}
