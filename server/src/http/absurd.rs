//! What no honest client sends is refused before anything reads it.

use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, HOST};
use axum::http::{HeaderMap, StatusCode, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::problem::ApiError;
use super::restapi;

/// Header fields that a request may have.
pub(crate) const HEADERS_MAX: usize = 100;
/// Bytes that a query may have.
const QUERY_MAX: usize = 8 * 1024;

/// Marks a request that came over a connection. The server's calls of itself have none, and no host either.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OverConnection;

/// Middleware. Handlers have stricter limits of their own.
pub(crate) async fn refuse(request: Request, next: Next) -> Response {
    match check(&request) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

fn check(request: &Request) -> Result<(), ApiError> {
    if request.headers().len() > HEADERS_MAX {
        return Err(ApiError::malformed(format!(
            "The request has more than {HEADERS_MAX} header fields. Send fewer."
        )));
    }
    check_host(request)?;
    if request.uri().query().is_some_and(|query| query.len() > QUERY_MAX) {
        return Err(ApiError::malformed(format!(
            "The query is longer than {} KiB. Send a shorter one.",
            QUERY_MAX / 1024
        )));
    }
    // Routes that read no body would leave it lying on the connection.
    if announced_length(request.headers()).is_some_and(|length| length > restapi::BODY_MAX as u64) {
        return Err(ApiError::of_status(StatusCode::PAYLOAD_TOO_LARGE));
    }
    Ok(())
}

/// HTTP/1.1 needs exactly one `Host` (RFC 9112, section 3.2); HTTP/1.0 may go without.
fn check_host(request: &Request) -> Result<(), ApiError> {
    let may_lack =
        request.version() != Version::HTTP_11 || request.extensions().get::<OverConnection>().is_none();
    match request.headers().get_all(HOST).iter().count() {
        0 if !may_lack => Err(ApiError::malformed(
            "The request has no Host header, which HTTP/1.1 requires. Send one that names this server.",
        )),
        0 | 1 => Ok(()),
        _ => Err(ApiError::malformed("The request has more than one Host header. Send one.")),
    }
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
