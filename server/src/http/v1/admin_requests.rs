//! Administration > API Requests: the queue and the decisions on it.

use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::admin::{AccessRequest, Approve, Deny, RequestState};
use latchkey_contract::problem::Current;
use latchkey_contract::validation::{Check, REASON_MAX};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{
    BadRequest, Conflict, Forbidden, InvalidBody, InvalidFields, NotFound, Unauthorized, Unsafe,
};
use crate::http::openapi::params::{PageParams, RequestFilterParams};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::signed_in::Administrator;
use crate::secrets::KeyOwner;
use crate::store::access::{DecideError, RequestFilter, Verdict};

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(request))
        .routes(routes!(approve))
        .routes(routes!(deny))
}

/// List requests for API access
///
/// Newest first, of all companies.
#[utoipa::path(
    get, path = "/api/v1/admin/api-requests", tag = tags::ADMINISTRATION, operation_id = "listAccessRequests",
    security(("session" = [])), params(RequestFilterParams, PageParams),
    responses((status = 200, body = Page<AccessRequest>, description = "A page of requests."),
        Unauthorized, Forbidden, BadRequest)
)]
async fn list(
    State(portal): State<Portal>,
    _: Administrator,
    query: Query,
) -> Result<Json<Page<AccessRequest>>, ApiError> {
    let state = query.get("state").map(request_state).transpose()?;
    Ok(Json(portal.store.access_requests(RequestFilter { state }, query.page()?).await?))
}

/// Read a request for API access
#[utoipa::path(
    get, path = "/api/v1/admin/api-requests/{id}", tag = tags::ADMINISTRATION, operation_id = "getAccessRequest",
    security(("session" = [])), params(("id" = Uuid, Path, description = "The request's id.")),
    responses((status = 200, body = AccessRequest, description = "The request."), Unauthorized, Forbidden, NotFound)
)]
async fn request(
    State(portal): State<Portal>,
    _: Administrator,
    PathId(id): PathId,
) -> Result<Json<AccessRequest>, ApiError> {
    portal.store.access_request(id).await?.map(Json).ok_or_else(unknown)
}

/// Approve a request
///
/// Grants API access and makes the user's first API key. Names the version of the request that was decided on; if another
/// administrator was first, the answer is 409 with the request as it is now.
#[utoipa::path(
    post, path = "/api/v1/admin/api-requests/{id}/approve", tag = tags::ADMINISTRATION, operation_id = "approveRequest",
    security(("session" = [])), params(("id" = Uuid, Path, description = "The request's id.")),
    request_body(content = Approve, example = json!({"version": 1})),
    responses((status = 200, body = AccessRequest, description = "Approved."),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict)
)]
async fn approve(
    State(portal): State<Portal>,
    administrator: Administrator,
    PathId(id): PathId,
    JsonBody { value: Approve { version }, .. }: JsonBody<Approve>,
) -> Result<Json<AccessRequest>, ApiError> {
    let request = portal.store.access_request(id).await?.ok_or_else(unknown)?;
    let first = portal.issuer.new_credential(key_owner(&portal, request.user_id).await?);
    let by = administrator.authority();
    Ok(Json(portal.store.decide_request(&by, id, version, Verdict::Approve, Some(first)).await?))
}

/// Deny a request
///
/// The reason is shown to the user, who may ask again. Versions work as in `approveRequest`.
#[utoipa::path(
    post, path = "/api/v1/admin/api-requests/{id}/deny", tag = tags::ADMINISTRATION, operation_id = "denyRequest",
    security(("session" = [])), params(("id" = Uuid, Path, description = "The request's id.")),
    request_body(content = Deny, example = json!({"version": 1, "reason": "Ask your billing contact first."})),
    responses((status = 200, body = AccessRequest, description = "Denied."),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, NotFound, Conflict)
)]
async fn deny(
    State(portal): State<Portal>,
    administrator: Administrator,
    PathId(id): PathId,
    JsonBody { value: Deny { version, reason }, .. }: JsonBody<Deny>,
) -> Result<Json<AccessRequest>, ApiError> {
    let reason = required_reason(&reason)?;
    let by = administrator.authority();
    Ok(Json(portal.store.decide_request(&by, id, version, Verdict::Deny { reason }, None).await?))
}

/// A reason without white space at its ends.
///
/// # Errors
/// 422 if nothing is left, or too much.
pub(super) fn required_reason(reason: &str) -> Result<String, ApiError> {
    let mut check = Check::default();
    check.required("reason", reason.trim(), REASON_MAX);
    if check.errors.is_empty() {
        Ok(reason.trim().to_owned())
    } else {
        Err(ApiError::invalid_fields(check.errors))
    }
}

/// The owner of the keys that a user gets.
///
/// # Errors
/// 404 if there is no such user, or it belongs to none.
pub(super) async fn key_owner(portal: &Portal, user: Uuid) -> Result<KeyOwner, ApiError> {
    let company = portal.store.user(user).await?.and_then(|user| user.account.company);
    company.map(|company| KeyOwner { user_id: user, company_id: company.id }).ok_or_else(|| {
        ApiError::not_found(
            "There is no user of a company with this id. Read the list again and use an id from it.",
        )
    })
}

fn request_state(word: &str) -> Result<RequestState, ApiError> {
    let word: serde::de::value::StrDeserializer<'_, ValueError> = word.into_deserializer();
    RequestState::deserialize(word).map_err(|_| {
        ApiError::malformed(
            "The parameter state must be pending, approved, denied or withdrawn. Correct it, or leave it out.",
        )
    })
}

fn unknown() -> ApiError {
    ApiError::not_found("There is no request with this id. Read the list again and use an id from it.")
}

impl From<DecideError> for ApiError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::NotFound => unknown(),
            DecideError::VersionConflict(current) => Self {
                current: Some(Box::new(Current::AccessRequest(*current))),
                ..Self::decided_meanwhile()
            },
            DecideError::Authority(error) => error.into(),
            DecideError::Store(error) => error.into(),
        }
    }
}
