use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::compute::SshKey;
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

/// List the company's SSH keys
#[utoipa::path(
    get, path = "/api/v1/compute/ssh-keys", tag = tags::RESOURCES, operation_id = "listCompanySshKeys",
    security(("session" = [])), params(ResourceFilterParams, PageParams),
    responses((status = 200, body = Page<SshKey>, description = "A page of SSH keys.", example = json!({
        "items": [{"id": "01954d10-0000-7000-8000-000000000047", "name": "laptop", "state": "ready"}]})),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    user: CompanyUser,
    query: ListQuery,
) -> Result<Json<Page<SshKey>>, ApiError> {
    let keys = read(portal.cloud.ssh_keys(tenant(&user))).await?;
    let shown = |it: cloud::SshKey| SshKey {
        id: it.id,
        name: it.name,
        state: usable(it.is_active),
        last_change: None,
    };
    Ok(Json(page(&portal, keys.into_iter().map(shown).collect(), &query).await?))
}
