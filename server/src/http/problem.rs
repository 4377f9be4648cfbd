//! The one error type of the HTTP edge. A handler returns it; [`super::problem_document`] writes it out as a problem
//! document (RFC 9457) with the request id.

use std::borrow::Cow;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{Current, FieldError, FieldErrorCode};
use latchkey_contract::validation::Check;

use super::problem_kind::status;
use crate::store::StoreError;
use crate::store::credentials::{EndReason, EndedPair};
use crate::throttle::{Allowance, Wait};

/// What is told of an error. `detail` says what to do next and never quotes what the caller sent.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    pub kind: ProblemKind,
    pub detail: Cow<'static, str>,
    pub errors: Vec<FieldError>,
    pub retry_after: Option<Wait>,
    pub current: Option<Box<Current>>,
}

impl ApiError {
    pub(crate) fn new(kind: ProblemKind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new(), retry_after: None, current: None }
    }

    pub(crate) fn malformed(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ProblemKind::MalformedRequest, detail)
    }

    pub(crate) fn unknown_cursor() -> Self {
        Self::malformed(
            "The parameter cursor is not one that this server gave out. Leave it out to begin at the start.",
        )
    }

    pub(crate) fn not_found(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ProblemKind::NotFound, detail)
    }

    pub(crate) fn forbidden(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ProblemKind::Forbidden, detail)
    }

    pub(crate) fn wrong_state(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ProblemKind::WrongState, detail)
    }

    pub(crate) fn version_conflict(detail: impl Into<Cow<'static, str>>, current: Option<Current>) -> Self {
        Self { current: current.map(Box::new), ..Self::new(ProblemKind::VersionConflict, detail) }
    }

    pub(crate) fn not_signed_in() -> Self {
        Self::new(
            ProblemKind::NotSignedIn,
            "You are not signed in, or your session has ended. Sign in and try again.",
        )
    }

    pub(crate) fn api_access_disabled() -> Self {
        Self::new(
            ProblemKind::ApiAccessDisabled,
            "API access is disabled on this account. Request it, or ask your portal administrator, on the page API Info.",
        )
    }

    pub(crate) fn cross_site() -> Self {
        Self::new(
            ProblemKind::CrossSiteRequest,
            "This request did not come from the portal's own page. Open the portal itself and do it there; if it did come \
             from there, the operator must set --public-url to the address in the browser.",
        )
    }

    /// One sentence for whatever is wrong with a pair: which half it was is nobody's business.
    pub(crate) fn invalid_pair() -> Self {
        Self::new(
            ProblemKind::InvalidApiKey,
            "Invalid API key or secret key. Send both, in the headers apikey and secretkey, as the portal's page API Info \
             shows them.",
        )
    }

    /// For whoever presents the right pair after its end.
    pub(crate) fn ended_pair(ended: &EndedPair) -> Self {
        let at = ended.at.as_str();
        let detail = match ended.reason {
            EndReason::Replaced => format!(
                "This secret key was replaced at {at}. Send the present one, which the portal's page API Info shows."
            ),
            EndReason::Revoked => format!(
                "This API key was revoked at {at}. Send another one, which the portal's page API Info shows or creates."
            ),
        };
        Self::new(ProblemKind::InvalidApiKey, detail)
    }

    /// As [`Self::invalid_pair`], for values that no key can have.
    pub(crate) fn stray_characters(detail: &'static str) -> Self {
        Self::new(ProblemKind::InvalidApiKey, detail)
    }

    /// A right pair, too often.
    pub(crate) fn too_many_calls(allowance: Allowance) -> Self {
        let Allowance { per_minute, more_in, .. } = allowance;
        Self {
            retry_after: Some(more_in),
            ..Self::new(
                ProblemKind::TooManyAttempts,
                format!("This API key may make {per_minute} calls a minute. Try again in {more_in}."),
            )
        }
    }

    /// A decision on a request that is not any more what was decided on.
    pub(crate) fn decided_meanwhile() -> Self {
        Self::version_conflict(
            "This request was decided or changed meanwhile. Look at it as it is now before you go on.",
            None,
        )
    }

    /// What is wrong with a form, in the form's order.
    pub(crate) fn invalid_fields(fields: Vec<FieldError>) -> Self {
        Self {
            errors: fields,
            ..Self::new(ProblemKind::InvalidFields, "Correct the fields named in errors and try again.")
        }
    }

    pub(crate) fn invalid_field(field: &str, code: FieldErrorCode) -> Self {
        let mut check = Check::default();
        check.refuse(field, code);
        Self::invalid_fields(check.errors)
    }

    pub(crate) fn internal() -> Self {
        Self::new(
            ProblemKind::Internal,
            "The server failed. Try again; if it fails again, give this request id to your portal administrator.",
        )
    }

    pub(crate) fn unavailable() -> Self {
        Self::new(ProblemKind::Unavailable, "The server is busy or about to stop. Try again in a moment.")
    }

    /// What is told when the framework, not a handler, ended a request with `status`.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::not_signed_in(),
            StatusCode::FORBIDDEN => Self::forbidden("This is not allowed for your account."),
            StatusCode::NOT_FOUND => Self::not_found(
                "There is nothing at this address. Check it against the API documentation at /docs.",
            ),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(
                ProblemKind::MethodNotAllowed,
                "This address does not answer this method. Use one that the Allow header names.",
            ),
            StatusCode::REQUEST_TIMEOUT => {
                Self::new(ProblemKind::RequestTimedOut, "The request took too long. Try again.")
            }
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(
                ProblemKind::BodyTooLarge,
                "The body is too large. Send one of at most 64 KiB, or 1 MiB on /restapi.",
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::new(
                ProblemKind::UnsupportedMediaType,
                "Send the body as JSON, with the header Content-Type: application/json.",
            ),
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable(),
            status if status.is_client_error() => Self::malformed(
                "The request could not be read. Check it against the API documentation at /docs.",
            ),
            _ => Self::internal(),
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        status(self.kind)
    }
}

/// The body is written later, by [`super::problem_document`], which knows the request.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Database(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => Self::unavailable(),
            _ => Self::internal(),
        }
    }
}

impl From<Wait> for ApiError {
    fn from(wait: Wait) -> Self {
        Self {
            retry_after: Some(wait),
            ..Self::new(
                ProblemKind::TooManyAttempts,
                format!("Too many failed attempts. Try again in {wait}."),
            )
        }
    }
}
