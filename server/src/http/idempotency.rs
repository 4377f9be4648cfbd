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
use tracing::Instrument;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use uuid::Uuid;

use super::Portal;
use super::problem::ApiError;
use super::signed_in::CompanyUser;
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
/// only for answers that hold no secret. A caller who hangs up meanwhile will ask again, so the act goes on without them.
///
/// # Errors
/// 409 while the first request is being worked on, 422 if it had another body, and whatever `act` fails with.
pub(crate) async fn once<T, A>(
    portal: Portal,
    user: CompanyUser,
    IdempotencyKey(key): IdempotencyKey,
    route: &'static str,
    body: &[u8],
    act: impl FnOnce(Portal, CompanyUser) -> A,
) -> Result<Response, ApiError>
where
    T: Serialize + Send + 'static,
    A: Future<Output = Result<(StatusCode, T), ApiError>> + Send + 'static,
{
    let act = act(portal.clone(), user.clone());
    let Some(key) = key else {
        let (status, value) = act.await?;
        return Ok(answer(status, write(&value)?));
    };
    let principal = user.account().id;
    let named = Named { portal, principal, route, key, body: Sha256::digest(body).into(), now: user.now };
    tokio::spawn(named.once(act).in_current_span()).await.unwrap_or_else(|error| {
        tracing::error!(%error, "an act ended before its time");
        Err(ApiError::internal())
    })
}

/// A request with a key.
struct Named {
    portal: Portal,
    principal: Uuid,
    route: &'static str,
    key: String,
    /// The digest of the body.
    body: [u8; 32],
    now: i64,
}

impl Named {
    async fn once<T: Serialize + Send>(
        self,
        act: impl Future<Output = Result<(StatusCode, T), ApiError>>,
    ) -> Result<Response, ApiError> {
        let store = &self.portal.store;
        let request = RequestKey { principal: self.principal, route: self.route, key: &self.key };
        match store.begin_request(request, self.body, self.now).await? {
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
                store.finish_request(request, status.as_u16(), &written).await?;
                Ok(answer(status, written))
            }
            Err(error) => {
                store.abandon_request(request).await?;
                Err(error)
            }
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
