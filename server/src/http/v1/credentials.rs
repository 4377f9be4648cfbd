//! The caller's own API keys and their secret keys. Nobody else reaches them, administrators included.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use latchkey_contract::credential::{Credential, RevealSecret, RevealedSecret};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::idempotency::{IdempotencyKey, once};
use crate::http::json_body::{Empty, JsonBody};
use crate::http::openapi::answers::{Conflict, InvalidBody, InvalidFields, NotFound, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::signed_in::{CompanyUser, SteppedUp};
use crate::store::credentials::CredentialError;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(reveal))
        .routes(routes!(replace))
        .routes(routes!(revoke))
}

/// Create an API key
///
/// Makes a new API key with its secret key, after the former one was revoked. Needs a step-up. Fetch the secret key with
/// `revealSecret`: this answer does not hold it.
#[utoipa::path(
    post, path = "/api/v1/credentials", tag = tags::CREDENTIALS, operation_id = "createCredential",
    security(("session" = [])), params(IdempotencyKey), request_body(content = Empty, example = json!({})),
    responses((status = 201, body = Credential, description = "Created."),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, Conflict)
)]
async fn create(
    State(portal): State<Portal>,
    stepped_up: SteppedUp<CompanyUser>,
    key: IdempotencyKey,
    JsonBody { raw, .. }: JsonBody<Empty>,
) -> Result<Response, ApiError> {
    let by = stepped_up.authority();
    once(portal, stepped_up.0, key, "POST /api/v1/credentials", &raw, |portal, user| async move {
        let new = portal.issuer.new_credential(user.key_owner());
        let created = portal.store.create_credential(&by, new).await?;
        Ok((StatusCode::CREATED, created))
    })
    .await
}

/// Reveal the secret key
///
/// The one operation whose answer holds a secret key. Needs a step-up; that it was fetched is recorded.
#[utoipa::path(
    post, path = "/api/v1/credentials/{id}/secret/reveal", tag = tags::CREDENTIALS, operation_id = "revealSecret",
    security(("session" = [])), params(("id" = uuid::Uuid, Path, description = "The credential's id.")),
    request_body = RevealSecret,
    responses((status = 200, body = RevealedSecret, description = "The secret key. Never stored by any cache."),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict)
)]
async fn reveal(
    State(portal): State<Portal>,
    stepped_up: SteppedUp<CompanyUser>,
    PathId(id): PathId,
    JsonBody { value: RevealSecret { purpose }, .. }: JsonBody<RevealSecret>,
) -> Result<Json<RevealedSecret>, ApiError> {
    let stored = portal.store.fetch_secret(&stepped_up.authority(), id, purpose).await?;
    let secret_key = portal.issuer.open(&stored, stepped_up.0.key_owner(), id).map_err(|error| {
        tracing::error!(credential = %id, %error, "a sealed secret does not open");
        ApiError::internal()
    })?;
    Ok(Json(RevealedSecret { secret_key, secret_version: stored.version }))
}

/// Replace the secret key
///
/// Makes a new secret key for the same API key. The old one stops working at once. Needs a step-up.
#[utoipa::path(
    post, path = "/api/v1/credentials/{id}/secret/replace", tag = tags::CREDENTIALS, operation_id = "replaceSecret",
    security(("session" = [])), params(("id" = uuid::Uuid, Path, description = "The credential's id.")),
    request_body(content = Empty, example = json!({})),
    responses((status = 200, body = Credential, description = "Replaced."),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict)
)]
async fn replace(
    State(portal): State<Portal>,
    stepped_up: SteppedUp<CompanyUser>,
    PathId(id): PathId,
    _: JsonBody<Empty>,
) -> Result<Json<Credential>, ApiError> {
    let owner = stepped_up.0.key_owner();
    let version = portal.store.next_secret_version(owner.user_id, id).await?;
    let secret = portal.issuer.new_secret(owner, id, version);
    Ok(Json(portal.store.replace_secret(&stepped_up.authority(), id, version, secret).await?))
}

/// Revoke the API key
///
/// The key stops working at once and for good.
#[utoipa::path(
    post, path = "/api/v1/credentials/{id}/revoke", tag = tags::CREDENTIALS, operation_id = "revokeCredential",
    security(("session" = [])), params(("id" = uuid::Uuid, Path, description = "The credential's id.")),
    request_body(content = Empty, example = json!({})),
    responses((status = 200, body = Credential, description = "Revoked."),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict)
)]
async fn revoke(
    State(portal): State<Portal>,
    user: CompanyUser,
    PathId(id): PathId,
    _: JsonBody<Empty>,
) -> Result<Json<Credential>, ApiError> {
    Ok(Json(portal.store.revoke_credential(&user.authority(), id).await?))
}

impl From<CredentialError> for ApiError {
    fn from(error: CredentialError) -> Self {
        match error {
            CredentialError::NotFound => Self::not_found(
                "You have no API key with this id. Read your API access again and use an id from it.",
            ),
            CredentialError::Revoked => {
                Self::wrong_state("This API key is revoked, for good. Create a new one on the page API Info.")
            }
            CredentialError::AccessDisabled => Self::api_access_disabled(),
            CredentialError::AlreadyActive => Self::wrong_state(
                "You have an active API key already. Use it, or revoke it before you create another.",
            ),
            CredentialError::VersionConflict => Self::version_conflict(
                "The secret key was replaced in another window just now. Read your API access again before you go on.",
                None,
            ),
            CredentialError::Authority(error) => error.into(),
            CredentialError::Store(error) => error.into(),
        }
    }
}
