use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Response};
use http_body_util::BodyExt;
use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::{Problem, ProblemKind};
use serde_json::Value;

/// What came back. Every reply is checked for what all of them must have.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    pub(super) async fn read(response: Response<Body>, is_head: bool) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let reply = Self { status: parts.status.as_u16(), headers: parts.headers, body };
        assert!(reply.header("x-request-id").is_some_and(|id| id.len() == 32));
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert!(reply.header("content-security-policy").is_some());
        if reply.status >= 400 && !is_head {
            assert!(!reply.body.is_empty(), "an error without a body");
        }
        reply
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}: {}", self.status, self.text()))
    }

    /// The problem document, checked for its shape.
    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.text());
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status);
        assert_eq!(Some(problem.request_id.as_str()), self.header("x-request-id"));
        assert_eq!(self.header("cache-control"), Some("no-store"));
        assert!(problem.detail.ends_with('.') && problem.detail.contains(' '), "{}", problem.detail);
        assert!(!problem.title.is_empty());
        assert_eq!(
            problem.retry_after.map(|seconds| seconds.to_string()).as_deref(),
            self.header("retry-after")
        );
        problem
    }

    /// The kind of the problem that came with `status`.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16) -> ProblemKind {
        assert_eq!(self.status, status, "{}", self.text());
        self.problem().kind
    }

    /// The refused fields that came with 422.
    #[track_caller]
    pub(crate) fn refused_fields(&self) -> Vec<(String, FieldErrorCode)> {
        assert_eq!(self.refused(422), ProblemKind::InvalidFields);
        self.problem().errors.into_iter().map(|error| (error.field, error.code)).collect()
    }
}
