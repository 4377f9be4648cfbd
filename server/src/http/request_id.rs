//! Every request gets an id, a span in the log, and one line there when it is answered.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use uuid::Uuid;

pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names one request in the log, in its answer and in its problem document. Made here: a caller's own is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RequestId(Uuid);

impl RequestId {
    pub(crate) fn new() -> Self {
        Self(Uuid::now_v7())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

/// Middleware: the outermost one.
pub(crate) async fn identify(mut request: Request, next: Next) -> Response {
    let id = RequestId::new();
    request.extensions_mut().insert(id);
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let span =
        tracing::info_span!("request", %id, method = known(request.method()), route = route.as_deref());
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(X_REQUEST_ID, value);
    }
    let status = response.status();
    let ms = begun.elapsed().as_millis();
    // Files of the web app and monitors' questions would drown everything else.
    let is_noise = status.as_u16() < 400 && route.is_none_or(|route| route == "/healthz");
    span.in_scope(|| match is_noise {
        true => tracing::debug!(status = status.as_u16(), ms, "answered"),
        false => tracing::info!(status = status.as_u16(), ms, "answered"),
    });
    response
}

/// The name of a method. A caller may make one up, and what callers make up is neither logged nor recorded.
pub(crate) fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
