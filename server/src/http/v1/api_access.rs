//! The caller's own API access.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use latchkey_contract::api_access::{ApiAccess, RequestApiAccess};
use latchkey_contract::validation::{Check, REASON_MAX};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::idempotency::{IdempotencyKey, once};
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{Conflict, Forbidden, InvalidBody, InvalidFields, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;
use crate::settings::Approval;
use crate::store::access::{RequestAccessError, WithdrawError};

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(api_access)).routes(routes!(request_access, withdraw_request))
}

/// Read the own API access
///
/// Where it stands, and the credentials that go with it. No answer of this operation holds a secret key.
#[utoipa::path(
    get, path = "/api/v1/api-access", tag = tags::API_ACCESS, operation_id = "getApiAccess", security(("session" = [])),
    responses((status = 200, body = ApiAccess, description = "API access and credentials, newest first."),
        Unauthorized, Forbidden)
)]
async fn api_access(State(portal): State<Portal>, user: CompanyUser) -> Result<Json<ApiAccess>, ApiError> {
    read(&portal, &user).await.map(Json)
}

/// Request API access
///
/// An administrator decides, or the backend at once where the operator chose so.
#[utoipa::path(
    post, path = "/api/v1/api-access/request", tag = tags::API_ACCESS, operation_id = "requestApiAccess",
    security(("session" = [])), params(IdempotencyKey),
    request_body(content = RequestApiAccess, example = json!({"reason": "Terraform for our shop"})),
    responses((status = 201, body = ApiAccess, description = "Requested."),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, Conflict)
)]
async fn request_access(
    State(portal): State<Portal>,
    user: CompanyUser,
    key: IdempotencyKey,
    JsonBody { value, raw }: JsonBody<RequestApiAccess>,
) -> Result<Response, ApiError> {
    let reason = value.reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    check_reason(reason.as_deref())?;
    once(portal, user, key, "POST /api/v1/api-access/request", &raw, |portal, user| async move {
        let auto = (portal.approval == Approval::Auto).then(|| portal.issuer.new_credential(user.key_owner()));
        let filed = portal.store.request_access(&user.authority(), reason.as_deref(), auto).await;
        filed.map_err(|error| match error {
            RequestAccessError::WrongState => ApiError::wrong_state(
                "API access cannot be requested now: it is requested or granted already, or an administrator disabled it. \
                 Read it again to see how it stands.",
            ),
            RequestAccessError::Authority(error) => error.into(),
            RequestAccessError::Store(error) => error.into(),
        })?;
        Ok((StatusCode::CREATED, read(&portal, &user).await?))
    })
    .await
}

/// Withdraw the request
#[utoipa::path(
    delete, path = "/api/v1/api-access/request", tag = tags::API_ACCESS, operation_id = "withdrawRequest",
    security(("session" = [])),
    responses((status = 200, body = ApiAccess, description = "Withdrawn."), Unauthorized, Unsafe, Conflict)
)]
async fn withdraw_request(
    State(portal): State<Portal>,
    user: CompanyUser,
) -> Result<Json<ApiAccess>, ApiError> {
    portal.store.withdraw_request(&user.authority()).await.map_err(|error| match error {
        WithdrawError::WrongState => ApiError::wrong_state(
            "There is no request to withdraw: it was decided or withdrawn meanwhile. Read it again to see how it stands.",
        ),
        WithdrawError::Authority(error) => error.into(),
        WithdrawError::Store(error) => error.into(),
    })?;
    read(&portal, &user).await.map(Json)
}

async fn read(portal: &Portal, user: &CompanyUser) -> Result<ApiAccess, ApiError> {
    let status = portal.store.access_status(user.account().id).await?;
    let credentials = portal.store.credentials(user.account().id).await?;
    Ok(ApiAccess { status, credentials })
}

fn check_reason(reason: Option<&str>) -> Result<(), ApiError> {
    let mut check = Check::default();
    check.optional("reason", reason.unwrap_or_default(), REASON_MAX);
    if check.errors.is_empty() { Ok(()) } else { Err(ApiError::invalid_fields(check.errors)) }
}
