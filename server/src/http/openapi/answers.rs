//! Error answers as the document describes them. An operation lists those that it can give.

use std::collections::BTreeMap;

use latchkey_contract::ProblemKind;
use serde_json::{Value, json};
use utoipa::IntoResponses;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

use crate::cloud::{InstanceState, Refusal};
use crate::http::problem::ApiError;
use crate::http::problem_kind::{status, title};
use crate::http::restapi::in_words;
use crate::throttle::Wait;

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident: $schema:literal { $($kind:ident => $description:literal,)+ })+) => {
        $(
            $(#[$doc])*
            pub(crate) struct $name;

            impl IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<Response>> {
                    let kinds = [$(ProblemKind::$kind),+];
                    kinds.map(|kind| (code(kind), Ref::from_response_name(named(stringify!($name), kind)).into())).into()
                }
            }
        )+

        /// Every answer once, under the name by which operations refer to it.
        pub(super) fn all() -> Vec<(String, Response)> {
            vec![$($(
                (named(stringify!($name), ProblemKind::$kind), problem(ProblemKind::$kind, $schema, $description)),
            )+)+]
        }
    };
}

answers! {
    /// A parameter or header could not be read.
    BadRequest: "Problem" { MalformedRequest => "A parameter or a header could not be read.", }
    /// There is no session.
    Unauthorized: "Problem" { NotSignedIn => "Not signed in, or (signing in) e-mail address or password is wrong.", }
    /// The account's role is the wrong one.
    Forbidden: "Problem" { Forbidden => "This account may not do that.", }
    /// What every operation that changes something may answer.
    Unsafe: "Problem" {
        MalformedRequest => "The body, a parameter or a header could not be read.",
        CrossSiteRequest => "The request did not come from the portal's own page, this account may not do that, API access \
            is disabled, or the password is needed again (`step-up-required`) or wrong (`wrong-password`); `type` tells \
            which.",
    }
    /// What every operation with a body may answer.
    InvalidBody: "Problem" {
        BodyTooLarge => "The body is larger than 64 KiB.",
        UnsupportedMediaType => "The body is not `application/json`.",
    }
    /// Fields or an idempotency key were refused.
    InvalidFields: "Problem" { InvalidFields => "Fields were refused; `errors` names them. Or an `Idempotency-Key` was used \
        with another body.", }
    /// There is no such thing for this caller.
    NotFound: "Problem" { NotFound => "There is no such thing, or it is not the caller's.", }
    /// Somebody was first, or the state does not allow it.
    Conflict: "Problem" { VersionConflict => "Changed meanwhile (`current` tells what is there now), or not possible in this \
        state; `type` tells which.", }
    /// Passwords are checked at a bounded rate.
    Throttled: "Problem" { TooManyAttempts => "Too many wrong passwords from this address. Wait `Retry-After` seconds.", }
    /// A key is tested at a bounded rate.
    TestedTooOften: "Problem" { TooManyAttempts => "The key was tested too often. Wait `Retry-After` seconds.", }
    /// Errors of every operation for the portal's pages.
    Failures: "Problem" {
        RequestTimedOut => "The request took too long.",
        Internal => "The server failed. Its log names the request by `request_id`.",
        Unavailable => "The server is busy or about to stop.",
    }
    /// What a script named is not there.
    RestapiNotFound: "RestapiProblem" { NotFound => "Something that the call names is not there, or is another company's.", }
    /// What a script wants does not go together with how things are.
    RestapiConflict: "RestapiProblem" { WrongState => "Not possible as things are now: a wrong state, in use, a name \
        that is taken, another zone, or too many; `message` says what to do.", }
    /// What every operation with a body may answer to scripts.
    RestapiBody: "RestapiProblem" {
        BodyTooLarge => "The body is larger than 1 MiB.",
        UnsupportedMediaType => "The body is not `application/json`.",
    }
    /// Errors of every operation for scripts.
    RestapiFailures: "RestapiProblem" {
        MalformedRequest => "A parameter or a member of the body is missing or has a value that is never taken, a key header \
            came twice, or there are too many headers.",
        BodyTooLarge => "The body is larger than 1 MiB.",
        InvalidApiKey => "The pair of API key and secret key is missing, unknown or revoked.",
        ApiAccessDisabled => "API access of the key's owner is disabled.",
        TooManyAttempts => "Too many calls with this key, or too many wrong pairs from this address. A right pair is held \
            back by its own calls only.",
        RequestTimedOut => "The request took too long.",
        Internal => "The server failed. Its log names the request by `request_id`.",
        Unavailable => "The server is busy or about to stop.",
    }
}

fn code(kind: ProblemKind) -> String {
    status(kind).as_u16().to_string()
}

fn named(set: &str, kind: ProblemKind) -> String {
    format!("{set}.{}", code(kind))
}

fn problem(kind: ProblemKind, schema: &str, description: &str) -> Response {
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(schema)))
        .example(Some(example(kind, schema)))
        .build();
    let mut response = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content)
        .header("X-Request-Id", header("The same as `request_id`."));
    if kind == ProblemKind::TooManyAttempts {
        response = response.header("Retry-After", header("Seconds to wait."));
        if schema == "RestapiProblem" {
            response = limits().into_iter().fold(response, |response, (name, it)| response.header(name, it));
        }
    }
    response.build()
}

/// Fields of draft-ietf-httpapi-ratelimit-headers-10 that answers to scripts carry.
pub(super) fn limits() -> [(&'static str, Header); 2] {
    [
        (
            "RateLimit-Policy",
            header("Calls that the key may make, e.g. `\"calls\";q=600;w=60`: 600 in 60 seconds."),
        ),
        (
            "RateLimit",
            header("What is left, e.g. `\"calls\";r=599;t=1`: 599 calls at once, and more in 1 second."),
        ),
    ]
}

fn header(description: &str) -> Header {
    HeaderBuilder::new().description(Some(description)).build()
}

fn example(kind: ProblemKind, schema: &str) -> Value {
    let status = status(kind).as_u16();
    let detail = detail(kind);
    let mut example = json!({
        "type": kind, "title": title(kind), "status": status, "detail": detail,
        "request_id": "019cb6f2a4c07d2e8f2b1c3d4e5f6071",
    });
    if kind == ProblemKind::TooManyAttempts {
        example["retry_after"] = json!(8);
    }
    if kind == ProblemKind::InvalidFields {
        example["errors"] = json!([{"field": "first_name", "code": "required", "detail": "Fill this in."}]);
    }
    if schema == "RestapiProblem" {
        example["code"] = json!(status);
        example["message"] = json!(detail);
    }
    example
}

/// What a caller is really told, or one of the sentences where there are several.
fn detail(kind: ProblemKind) -> String {
    let error = match kind {
        ProblemKind::InvalidFields => ApiError::invalid_fields(Vec::new()),
        ProblemKind::TooManyAttempts => Wait(8).into(),
        ProblemKind::InvalidApiKey => ApiError::invalid_pair(),
        ProblemKind::ApiAccessDisabled => ApiError::api_access_disabled(),
        ProblemKind::CrossSiteRequest => ApiError::cross_site(),
        ProblemKind::VersionConflict => ApiError::decided_meanwhile(),
        ProblemKind::WrongState => in_words(Refusal::NotStopped(InstanceState::Running).into()),
        _ => ApiError::of_status(status(kind)),
    };
    error.detail.into_owned()
}
