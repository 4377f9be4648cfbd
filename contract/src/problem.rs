//! Errors over HTTP: RFC 9457 problem documents, `application/problem+json`.

use serde::{Deserialize, Serialize};

use crate::admin::{AccessRequest, UserAccess};

/// A problem document. `detail` is a sentence that says what to do next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    pub title: String,
    pub status: u16,
    pub detail: String,
    /// Also sent as the header `X-Request-Id`; the operator finds the log line by it.
    #[serde(default)]
    pub request_id: String,
    /// Fields that were refused, in the order of the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Seconds to wait before trying again; also sent as the header `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// With `version-conflict`: what is there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Current>,
}

/// What a refused decision would have changed, as it stands now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Current {
    AccessRequest(AccessRequest),
    UserAccess(UserAccess),
}

/// The stable `type` of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProblemKind {
    /// 400: the body, a parameter or a header could not be read.
    #[serde(rename = "urn:latchkey:problem:malformed-request")]
    MalformedRequest,
    /// 422: fields were refused; `errors` names them.
    #[serde(rename = "urn:latchkey:problem:invalid-fields")]
    InvalidFields,
    /// 401: no session, or it has ended.
    #[serde(rename = "urn:latchkey:problem:not-signed-in")]
    NotSignedIn,
    /// 401: e-mail or password is wrong.
    #[serde(rename = "urn:latchkey:problem:wrong-credentials")]
    WrongCredentials,
    /// 403: the password is needed again.
    #[serde(rename = "urn:latchkey:problem:step-up-required")]
    StepUpRequired,
    /// 403: the password given to confirm is wrong.
    #[serde(rename = "urn:latchkey:problem:wrong-password")]
    WrongPassword,
    /// 403: this account may not do that.
    #[serde(rename = "urn:latchkey:problem:forbidden")]
    Forbidden,
    /// 403: the request did not come from the portal's own page.
    #[serde(rename = "urn:latchkey:problem:cross-site-request")]
    CrossSiteRequest,
    /// 403: API access is not granted, or was disabled.
    #[serde(rename = "urn:latchkey:problem:api-access-disabled")]
    ApiAccessDisabled,
    /// 401 on `/restapi`: the pair of API key and secret key is missing, unknown or revoked.
    #[serde(rename = "urn:latchkey:problem:invalid-api-key")]
    InvalidApiKey,
    /// 404.
    #[serde(rename = "urn:latchkey:problem:not-found")]
    NotFound,
    /// 405.
    #[serde(rename = "urn:latchkey:problem:method-not-allowed")]
    MethodNotAllowed,
    /// 408: the request took too long to arrive or to be answered.
    #[serde(rename = "urn:latchkey:problem:request-timed-out")]
    RequestTimedOut,
    /// 409: somebody changed it first; `current` tells what is there now.
    #[serde(rename = "urn:latchkey:problem:version-conflict")]
    VersionConflict,
    /// 409: it is in a state in which this cannot be done.
    #[serde(rename = "urn:latchkey:problem:wrong-state")]
    WrongState,
    /// 409: a request with the same `Idempotency-Key` is still being worked on.
    #[serde(rename = "urn:latchkey:problem:still-in-flight")]
    StillInFlight,
    /// 422: the `Idempotency-Key` was used with another body.
    #[serde(rename = "urn:latchkey:problem:idempotency-key-reused")]
    IdempotencyKeyReused,
    /// 413.
    #[serde(rename = "urn:latchkey:problem:body-too-large")]
    BodyTooLarge,
    /// 415.
    #[serde(rename = "urn:latchkey:problem:unsupported-media-type")]
    UnsupportedMediaType,
    /// 429: wait `retry_after` seconds.
    #[serde(rename = "urn:latchkey:problem:too-many-attempts")]
    TooManyAttempts,
    /// 500: the server's fault.
    #[serde(rename = "urn:latchkey:problem:internal")]
    Internal,
    /// 503: the server is starting, stopping or cannot reach its database.
    #[serde(rename = "urn:latchkey:problem:unavailable")]
    Unavailable,
    /// A problem of a newer backend that this version does not know.
    #[serde(other, rename = "about:blank")]
    Unknown,
}

/// One refused field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The member of the body, e.g. `first_name`.
    pub field: String,
    pub code: FieldErrorCode,
    /// The same in words, for scripts; the web app has its own words for each code.
    #[serde(default)]
    pub detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FieldErrorCode {
    Required,
    TooShort,
    TooLong,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhoneNumber,
    /// Not a country that ISO 3166-1 lists.
    NotACountry,
    /// Not a time zone of the IANA database.
    NotATimeZone,
    /// Has invisible characters, or line breaks where there is one line.
    NotText,
    /// A name that the audit log uses for the operator or the program.
    Reserved,
    /// Another account has this e-mail address.
    Taken,
    /// The password to confirm the change is missing or wrong.
    WrongPassword,
    /// The new password equals the old one.
    Unchanged,
    #[serde(other)]
    Unknown,
}
