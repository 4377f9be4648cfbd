//! GET routes that change something. A HEAD, which promises to change nothing, must not reach them.

use axum::extract::Request;
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::problem::ApiError;

/// Middleware of acting GET routes.
pub(super) async fn refuse_head(request: Request, next: Next) -> Response {
    let mut response = match *request.method() {
        Method::HEAD => ApiError::of_status(StatusCode::METHOD_NOT_ALLOWED).into_response(),
        _ => next.run(request).await,
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET"));
    }
    response
}
