//! `Idempotency-Key`: a creation that is sent again is not done again.

use std::future::Future;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use latchkey_contract::ProblemKind;
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};

use super::Portal;
use super::problem::ApiError;
use super::signed_in::SignedIn;
use crate::store::idempotency::{Begin, RequestKey};

const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
const LONGEST: usize = 255;
const IN_WORDS: &str = "Any text of up to 255 visible ASCII characters, e.g. a UUID, that names this one request. \
    Sent again with the same body within 24 hours it gets the first answer again instead of doing the act twice.";

/// The header's value, if there is one.
pub(crate) struct IdempotencyKey(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let mut values = parts.headers.get_all(HEADER).iter();
        let value = match (values.next(), values.next()) {
            (None, _) => return Ok(Self(None)),
            (Some(value), None) => value.to_str().unwrap_or_default(),
            _ => "",
        };
        let readable =
            (1..=LONGEST).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_graphic());
        readable.then(|| Self(Some(value.to_owned()))).ok_or_else(|| {
            ApiError::malformed(
                "Send Idempotency-Key once, with 1 to 255 visible ASCII characters, or leave it out.",
            )
        })
    }
}

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let text =
            ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(LONGEST));
        let header = ParameterBuilder::new()
            .name("Idempotency-Key")
            .parameter_in(ParameterIn::Header)
            .description(Some(IN_WORDS))
            .schema(Some(text.pattern(Some("^[!-~]+$")).build()));
        vec![header.build()]
    }
}

/// Does `act` unless the same caller did it under this key before; then the answer of that time is sent again. Use it
/// only for answers that hold no secret.
///
/// # Errors
/// 409 while the first request is being worked on, 422 if it had another body, and whatever `act` fails with.
pub(crate) async fn once<T: Serialize>(
    portal: &Portal,
    caller: &SignedIn,
    IdempotencyKey(key): IdempotencyKey,
    route: &'static str,
    body: &[u8],
    act: impl Future<Output = Result<(StatusCode, T), ApiError>>,
) -> Result<Response, ApiError> {
    let Some(key) = key else {
        let (status, value) = act.await?;
        return Ok(answer(status, write(&value)?));
    };
    let request = RequestKey { principal: caller.account().id, route, key: &key };
    match portal.store.begin_request(request, Sha256::digest(body).into(), caller.now).await? {
        Begin::Fresh => {}
        Begin::Replay { status, body } => {
            return Ok(answer(StatusCode::from_u16(status).unwrap_or(StatusCode::OK), body));
        }
        Begin::OtherBody => {
            return Err(ApiError::new(
                ProblemKind::IdempotencyKeyReused,
                "This Idempotency-Key was used with another body. Make a new key for a new request.",
            ));
        }
        Begin::InFlight => {
            return Err(ApiError::new(
                ProblemKind::StillInFlight,
                "The first request with this Idempotency-Key is still being worked on. Try again in a moment.",
            ));
        }
    }
    match act.await {
        Ok((status, value)) => {
            let written = write(&value)?;
            portal.store.finish_request(request, status.as_u16(), &written).await?;
            Ok(answer(status, written))
        }
        Err(error) => {
            portal.store.abandon_request(request).await?;
            Err(error)
        }
    }
}

fn write<T: Serialize>(value: &T) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "an answer could not be written");
        ApiError::internal()
    })
}

fn answer(status: StatusCode, body: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], Body::from(body)).into_response()
}
