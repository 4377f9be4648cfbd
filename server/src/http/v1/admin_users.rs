//! Administration: users and their API access.

use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::admin::{DisableAccess, EnableAccess, UserAccess};
use latchkey_contract::problem::Current;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::admin_requests::{key_owner, required_reason};
use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{
    BadRequest, Conflict, Forbidden, InvalidBody, InvalidFields, NotFound, Unauthorized, Unsafe,
};
use crate::http::openapi::params::{PageParams, UserFilterParams};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::signed_in::Administrator;
use crate::store::access::ChangeAccessError;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(disable)).routes(routes!(enable))
}

/// List users with their API access
#[utoipa::path(
    get, path = "/api/v1/admin/users", tag = tags::ADMINISTRATION, operation_id = "listUsers",
    security(("session" = [])), params(UserFilterParams, PageParams),
    responses((status = 200, body = Page<UserAccess>, description = "A page of users."),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    _: Administrator,
    query: Query,
) -> Result<Json<Page<UserAccess>>, ApiError> {
    Ok(Json(
        portal
            .store
            .user_accesses(query.get("search").map(str::trim).filter(|text| !text.is_empty()), query.page()?)
            .await?,
    ))
}

/// Disable a user's API access
///
/// Every key of the user is refused at once. The reason is shown to the user.
#[utoipa::path(
    post, path = "/api/v1/admin/users/{id}/api-access/disable", tag = tags::ADMINISTRATION,
    operation_id = "disableApiAccess", security(("session" = [])),
    params(("id" = uuid::Uuid, Path, description = "The user's id.")),
    request_body(content = DisableAccess, example = json!({"version": 2, "reason": "The contract has ended."})),
    responses((status = 200, body = UserAccess, description = "Disabled."),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, NotFound, Conflict)
)]
async fn disable(
    State(portal): State<Portal>,
    administrator: Administrator,
    PathId(user): PathId,
    JsonBody { value: DisableAccess { version, reason }, .. }: JsonBody<DisableAccess>,
) -> Result<Json<UserAccess>, ApiError> {
    let reason = required_reason(&reason)?;
    Ok(Json(portal.store.disable_access(&administrator.authority(), user, version, &reason).await?))
}

/// Enable a user's API access
///
/// Keys that were not revoked work again; a user who has none gets one. A pending request is thereby approved.
#[utoipa::path(
    post, path = "/api/v1/admin/users/{id}/api-access/enable", tag = tags::ADMINISTRATION,
    operation_id = "enableApiAccess", security(("session" = [])),
    params(("id" = uuid::Uuid, Path, description = "The user's id.")),
    request_body(content = EnableAccess, example = json!({"version": 3})),
    responses((status = 200, body = UserAccess, description = "Enabled."),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict)
)]
async fn enable(
    State(portal): State<Portal>,
    administrator: Administrator,
    PathId(user): PathId,
    JsonBody { value: EnableAccess { version }, .. }: JsonBody<EnableAccess>,
) -> Result<Json<UserAccess>, ApiError> {
    let first = portal.issuer.new_credential(key_owner(&portal, user).await?);
    Ok(Json(portal.store.enable_access(&administrator.authority(), user, version, first).await?))
}

impl From<ChangeAccessError> for ApiError {
    fn from(error: ChangeAccessError) -> Self {
        match error {
            ChangeAccessError::NotFound => Self::not_found(
                "There is no user of a company with this id. Read the list again and use an id from it.",
            ),
            ChangeAccessError::VersionConflict(current) => Self::version_conflict(
                "This user's API access was changed meanwhile. Look at it as it is now before you go on.",
                Some(Current::UserAccess(*current)),
            ),
            ChangeAccessError::WrongState(current) => Self {
                current: Some(Box::new(Current::UserAccess(*current))),
                ..Self::wrong_state(
                    "This cannot be done in the state that the user's API access is in. Read it again.",
                )
            },
            ChangeAccessError::Authority(error) => error.into(),
            ChangeAccessError::Store(error) => error.into(),
        }
    }
}
