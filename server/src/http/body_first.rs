use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{FromRequest, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::problem::ApiError;

/// Middleware that reads the whole body before anything behind it looks at the session or the key: a caller who holds the
/// body back gains no time in which the authority that came with the head can end.
///
/// # Errors
/// 413 if it is larger than the route takes, 400 if it does not arrive whole.
pub(crate) async fn read(request: Request, next: Next) -> Result<Response, ApiError> {
    if request.body().is_end_stream() {
        return Ok(next.run(request).await);
    }
    let (parts, body) = request.into_parts();
    let mut body = Request::new(body);
    // The route's limit is in there.
    body.extensions_mut().clone_from(&parts.extensions);
    let bytes = Bytes::from_request(body, &())
        .await
        .map_err(|rejection| ApiError::of_status(rejection.into_response().status()))?;
    Ok(next.run(Request::from_parts(parts, Body::from(bytes))).await)
}
