//! What every kind of problem has in common wherever it occurs.

use axum::http::StatusCode;
use latchkey_contract::ProblemKind;

/// The status that goes with a kind, as the contract's comments give it.
pub(crate) fn status(kind: ProblemKind) -> StatusCode {
    match kind {
        ProblemKind::MalformedRequest => StatusCode::BAD_REQUEST,
        ProblemKind::InvalidFields | ProblemKind::IdempotencyKeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemKind::NotSignedIn | ProblemKind::WrongCredentials | ProblemKind::InvalidApiKey => {
            StatusCode::UNAUTHORIZED
        }
        ProblemKind::StepUpRequired
        | ProblemKind::WrongPassword
        | ProblemKind::Forbidden
        | ProblemKind::CrossSiteRequest
        | ProblemKind::ApiAccessDisabled => StatusCode::FORBIDDEN,
        ProblemKind::NotFound => StatusCode::NOT_FOUND,
        ProblemKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ProblemKind::RequestTimedOut => StatusCode::REQUEST_TIMEOUT,
        ProblemKind::VersionConflict | ProblemKind::WrongState | ProblemKind::StillInFlight => {
            StatusCode::CONFLICT
        }
        ProblemKind::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemKind::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemKind::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        ProblemKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ProblemKind::Internal | ProblemKind::Unknown => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A short summary of a kind, the same for every occurrence (RFC 9457, section 3.1.3).
pub(crate) fn title(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::MalformedRequest => "Malformed request",
        ProblemKind::InvalidFields => "Fields were refused",
        ProblemKind::NotSignedIn => "Not signed in",
        ProblemKind::WrongCredentials => "Wrong e-mail or password",
        ProblemKind::StepUpRequired => "Password needed again",
        ProblemKind::WrongPassword => "Wrong password",
        ProblemKind::Forbidden => "Not allowed",
        ProblemKind::CrossSiteRequest => "Request from another site",
        ProblemKind::ApiAccessDisabled => "API access is disabled",
        ProblemKind::InvalidApiKey => "Invalid API key or secret key",
        ProblemKind::NotFound => "Not found",
        ProblemKind::MethodNotAllowed => "Method not allowed",
        ProblemKind::RequestTimedOut => "Request timed out",
        ProblemKind::VersionConflict => "Changed meanwhile",
        ProblemKind::WrongState => "Not possible in this state",
        ProblemKind::StillInFlight => "Still being worked on",
        ProblemKind::IdempotencyKeyReused => "Idempotency key used before",
        ProblemKind::BodyTooLarge => "Body too large",
        ProblemKind::UnsupportedMediaType => "Unsupported media type",
        ProblemKind::TooManyAttempts => "Too many requests",
        ProblemKind::Internal | ProblemKind::Unknown => "Server error",
        ProblemKind::Unavailable => "Temporarily unavailable",
    }
}
