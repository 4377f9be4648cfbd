//! Writes every error out as a problem document, whoever made it: a handler, the framework, a panic.

use std::any::Any;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, Response as HttpResponse};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use latchkey_contract::Problem;

use super::problem::ApiError;
use super::problem_kind::title;
use super::request_id::RequestId;
use super::restapi::envelope::RestapiProblem;
use crate::throttle::Wait;

pub(crate) const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Marks an error answer that is complete as it is, for people in a browser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Complete;

/// Marks an error answer that goes to a script at an address outside of `/restapi`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ForScript;

/// Middleware around everything: no error leaves with another body than a problem document.
pub(crate) async fn write_problems(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().copied();
    let restapi = is_restapi(request.uri().path());
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.extensions().get::<Complete>().is_some()
    {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let error = parts.extensions.remove::<ApiError>().unwrap_or_else(|| ApiError::of_status(status));
    let for_script = parts.extensions.get::<ForScript>().is_some();
    let body = document(&error, id, restapi || for_script);
    let mut answer = HttpResponse::builder().status(error.status());
    for kept in [ALLOW, RETRY_AFTER] {
        if let Some(value) = parts.headers.get(&kept) {
            answer = answer.header(kept, value);
        }
    }
    if let Some(Wait(seconds)) = error.retry_after {
        answer = answer.header(RETRY_AFTER, seconds);
    }
    answer
        .header(CONTENT_TYPE, PROBLEM_JSON)
        .body(Body::from(body))
        .unwrap_or_else(|_| error.status().into_response())
}

/// What is answered when a handler panics; the panic itself is logged by the hook in [`crate::logging`].
pub(crate) fn of_panic(_: Box<dyn Any + Send>) -> Response {
    ApiError::internal().into_response()
}

/// The document for what was no request, and the id that it gives it. Nobody knows whether it was for `/restapi`, so it has
/// the members that are expected there.
pub(crate) fn of_unreadable(detail: &'static str) -> (RequestId, Vec<u8>) {
    let id = RequestId::new();
    (id, document(&ApiError::malformed(detail), Some(id), true))
}

fn is_restapi(path: &str) -> bool {
    path == "/restapi" || path.starts_with("/restapi/")
}

fn document(error: &ApiError, id: Option<RequestId>, restapi: bool) -> Vec<u8> {
    let problem = Problem {
        kind: error.kind,
        title: title(error.kind).to_owned(),
        status: error.status().as_u16(),
        detail: error.detail.clone().into_owned(),
        request_id: id.map(|id| id.to_string()).unwrap_or_default(),
        errors: error.errors.clone(),
        retry_after: error.retry_after.map(|Wait(seconds)| seconds),
        current: error.current.as_deref().cloned(),
    };
    let written = if restapi {
        serde_json::to_vec(&RestapiProblem::from(problem))
    } else {
        serde_json::to_vec(&problem)
    };
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::Router;
    use axum::http::StatusCode;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use http_body_util::BodyExt;
    use latchkey_contract::ProblemKind;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;
    use tower_http::timeout::TimeoutLayer;

    use super::*;

    async fn panic() {
        panic!("{} is not for callers", "what happened");
    }

    async fn problem_of(app: Router) -> Problem {
        let app = app.layer(from_fn(write_problems));
        let response = app.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.headers()[CONTENT_TYPE], PROBLEM_JSON);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&body).unwrap()
    }

    #[tokio::test]
    async fn what_takes_too_long_is_answered() {
        let forever = std::future::pending::<()>;
        let limit = TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(1));
        let problem = problem_of(Router::new().route("/", get(forever)).layer(limit)).await;
        assert_eq!((problem.kind, problem.status), (ProblemKind::RequestTimedOut, 408));
    }

    #[tokio::test]
    async fn a_panic_is_answered_without_its_message() {
        let problem =
            problem_of(Router::new().route("/", get(panic)).layer(CatchPanicLayer::custom(of_panic))).await;
        assert_eq!((problem.kind, problem.status), (ProblemKind::Internal, 500));
        assert!(!problem.detail.contains("what happened"));
    }
}
