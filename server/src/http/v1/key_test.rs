//! "Test this key": a call with the caller's own key, made by the server.

use std::time::Instant;

use axum::body::Body;
use axum::extract::State;
use axum::{Extension, Json};
use futures_util::StreamExt;
use latchkey_contract::ProblemKind;
use latchkey_contract::key_test::{KeyTest, TestHeader, TestRequest};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::json_body::{Empty, JsonBody};
use crate::http::openapi::answers::{Conflict, InvalidBody, NotFound, TestedTooOften, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::own_restapi::OwnRestapi;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::restapi::{API_KEY_HEADER, SECRET_KEY_HEADER};
use crate::http::signed_in::CompanyUser;
use crate::store::credentials::OwnPair;
use crate::throttle::{Exhausted, Wait};

/// What is called: a list that every key may read.
const PATH: &str = "/restapi/zone/zonelist";
/// Bytes of the body that are told.
const BODY_TOLD: usize = 64 * 1024;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(test))
}

/// Test an API key
///
/// Makes a call of `/restapi` with the API key and its present secret key, here in the server, and tells what came back. It is
/// a call like any other: it is charged to the key, counted and shown as its last use. It needs no step-up, because the
/// secret key does not leave the server. A key can be tested a few times a minute.
#[utoipa::path(
    post, path = "/api/v1/credentials/{id}/test", tag = tags::CREDENTIALS, operation_id = "testCredential",
    security(("session" = [])), params(("id" = uuid::Uuid, Path, description = "The credential's id.")),
    request_body(content = Empty, example = json!({})),
    responses((status = 200, body = KeyTest, description = "What came back, a refusal included: see `status` in it.",
        example = json!({
            "request": {"method": "GET", "path": PATH, "headers": [
                {"name": "apikey", "value": "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY"}, {"name": "secretkey"}]},
            "status": 200, "duration_ms": 2, "body_cut": false,
            "body": "{\"count\":1,\"listZoneResponse\":[{\"uuid\":\"0192d4e0-0000-7000-8000-000000000001\",\
                \"name\":\"Frankfurt 1\",\"isActive\":true}]}"})),
        Unauthorized, Unsafe, InvalidBody, NotFound, Conflict, TestedTooOften)
)]
async fn test(
    State(portal): State<Portal>,
    Extension(restapi): Extension<OwnRestapi>,
    user: CompanyUser,
    PathId(id): PathId,
    _: JsonBody<Empty>,
) -> Result<Json<KeyTest>, ApiError> {
    let OwnPair { api_key, secret } = portal.store.own_pair(&user.authority(), id).await?;
    portal.test_throttle.charge(id).map_err(|Exhausted(allowance)| tested_too_often(allowance.more_in))?;
    let secret_key = portal.issuer.open(&secret, user.key_owner(), id).map_err(|error| {
        tracing::error!(credential = %id, %error, "a sealed secret does not open");
        ApiError::internal()
    })?;
    let begun = Instant::now();
    let response = restapi.get(PATH, (&api_key, &secret_key), user.address).await?;
    let status = response.status().as_u16();
    let (body, body_cut) = told(response.into_body()).await?;
    let duration_ms = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
    let header = |name: &str, value| TestHeader { name: name.to_owned(), value };
    let headers =
        vec![header(API_KEY_HEADER.as_str(), Some(api_key)), header(SECRET_KEY_HEADER.as_str(), None)];
    let request = TestRequest { method: "GET".to_owned(), path: PATH.to_owned(), headers };
    Ok(Json(KeyTest { request, status, duration_ms, body, body_cut }))
}

/// The beginning of the body, and whether it was cut.
async fn told(body: Body) -> Result<(String, bool), ApiError> {
    let mut body = body.into_data_stream();
    let mut bytes = Vec::new();
    while bytes.len() <= BODY_TOLD
        && let Some(more) = body.next().await
    {
        let more = more.map_err(|error| {
            tracing::error!(%error, "the answer to a tested key could not be read");
            ApiError::internal()
        })?;
        bytes.extend_from_slice(&more);
    }
    let cut = bytes.len() > BODY_TOLD;
    bytes.truncate(BODY_TOLD);
    Ok((String::from_utf8_lossy(&bytes).into_owned(), cut))
}

fn tested_too_often(wait: Wait) -> ApiError {
    ApiError {
        retry_after: Some(wait),
        ..ApiError::new(
            ProblemKind::TooManyAttempts,
            format!("This API key was tested often just now. Try again in {wait}."),
        )
    }
}
