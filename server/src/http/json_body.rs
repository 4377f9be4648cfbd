use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::ApiError;

/// Bytes that a body may have.
pub(crate) const BODY_MAX: usize = 64 * 1024;

/// The path of the body itself.
const WHOLE: &str = ".";

/// A JSON body. Unlike the framework's own extractor it never quotes the body, neither in an answer nor in the log: it
/// may hold a password.
pub(crate) struct JsonBody<T> {
    pub value: T,
    /// The body as it came, for comparing it with an earlier one.
    pub raw: Bytes,
}

/// The body of an act that needs no words: `{}`.
#[derive(Clone, Copy, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Empty {}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        if !is_json(&parts) {
            return Err(ApiError::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let raw = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|rejection| ApiError::of_status(rejection.into_response().status()))?;
        // serde would take the members of a struct from an array too.
        if raw.trim_ascii_start().first() == Some(&b'[') {
            return Err(ApiError::malformed("The body is a JSON array. Send an object instead."));
        }
        let mut json = serde_json::Deserializer::from_slice(&raw);
        let value = serde_path_to_error::deserialize(&mut json)
            .map_err(|error| refuse(&error.path().to_string(), error.inner()))?;
        json.end().map_err(|error| refuse(WHOLE, &error))?;
        Ok(Self { value, raw })
    }
}

/// Whether the `Content-Type` is `application/json`, with or without parameters.
pub(crate) fn is_json(parts: &Parts) -> bool {
    let content_type =
        parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn refuse(path: &str, error: &serde_json::Error) -> ApiError {
    let place = format!("line {}, column {}", error.line(), error.column());
    if !error.is_data() {
        return ApiError::malformed(format!(
            "The body is not valid JSON: see {place}. Correct it and try again."
        ));
    }
    let text = error.to_string();
    ApiError::malformed(match (missing(&text), expected(&text)) {
        (Some(member), _) if path == WHOLE => {
            format!("{member} is required: see {place}. Add it and try again.")
        }
        (Some(member), _) => format!("{path}.{member} is required: see {place}. Add it and try again."),
        (None, Some(expected)) if path != WHOLE => {
            format!("{path} must be {expected}: see {place}. Correct it and try again.")
        }
        _ => format!(
            "The body is JSON, but not of the shape that is expected here: see {place}. Check it against the API \
             documentation at /docs."
        ),
    })
}

/// The member that serde misses. It names one of ours, never a word of the body's.
fn missing(text: &str) -> Option<&str> {
    text.strip_prefix("missing field `")?.split('`').next()
}

/// What belongs in the place of a value of another type. The rest of serde's sentence quotes the value and goes nowhere.
fn expected(text: &str) -> Option<&'static str> {
    let (_, expected) = text.strip_prefix("invalid ")?.rsplit_once(", expected ")?;
    match expected.split(" at line ").next()? {
        "a string" => Some("a text"),
        "a boolean" => Some("true or false"),
        "i64" | "i32" | "u64" | "u32" => Some("a whole number"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::extract::DefaultBodyLimit;
    use axum::routing::post;
    use tower::ServiceExt;

    use super::*;
    use crate::http::restapi;

    /// Routes as the server has them: those for scripts take larger bodies.
    fn app() -> Router {
        let scripts = Router::new()
            .route("/restapi", post(async |_: JsonBody<Empty>| ()))
            .layer(DefaultBodyLimit::max(restapi::BODY_MAX));
        Router::new()
            .route("/api", post(async |_: JsonBody<Empty>| ()))
            .merge(scripts)
            .layer(DefaultBodyLimit::max(BODY_MAX))
    }

    async fn status(path: &str, content_type: &str, body: String) -> u16 {
        let request = Request::post(path).header(CONTENT_TYPE, content_type).body(Body::from(body)).unwrap();
        app().oneshot(request).await.unwrap().status().as_u16()
    }

    #[tokio::test]
    async fn scripts_may_send_larger_bodies() {
        for (path, max) in [("/api", BODY_MAX), ("/restapi", restapi::BODY_MAX)] {
            let padded = |length: usize| format!("{{{}}}", " ".repeat(length - 2));
            assert_eq!(status(path, "application/json", padded(max)).await, 200, "{path}");
            assert_eq!(status(path, "application/json", padded(max + 1)).await, 413, "{path}");
        }
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Order {
        #[serde(rename = "diskSize")]
        _disk_size: Option<i64>,
        #[serde(rename = "name")]
        _name: Option<String>,
        #[serde(rename = "isPublic")]
        _is_public: Option<bool>,
        #[serde(rename = "inner")]
        _inner: Option<Inner>,
    }

    #[derive(Deserialize)]
    struct Inner {
        #[serde(rename = "reason")]
        _reason: String,
    }

    async fn refusal(body: &'static str) -> String {
        let request =
            Request::post("/").header(CONTENT_TYPE, "application/json").body(Body::from(body)).unwrap();
        match JsonBody::<Order>::from_request(request, &()).await {
            Ok(_) => String::new(),
            Err(error) => error.detail.into_owned(),
        }
    }

    #[tokio::test]
    async fn a_value_of_another_type_is_named_and_never_quoted() {
        for (body, expected) in [
            (r#"{"diskSize": "s3cret"}"#, "diskSize must be a whole number: see line 1, column 21."),
            (r#"{"diskSize": 1.5}"#, "diskSize must be a whole number: see line 1, column 16."),
            (r#"{"name": 1}"#, "name must be a text: see line 1, column 10."),
            (
                r#"{"isPublic": ", expected s3cret"}"#,
                "isPublic must be true or false: see line 1, column 32.",
            ),
            (r#"{"inner": {"reason": ["s3cret"]}}"#, "inner.reason must be a text: see line 1, column 21."),
            (r#"{"inner": {"s3cret": 1}}"#, "inner.reason is required: see line 1, column 23."),
            (
                r#"{"s3cret, expected a string": 1}"#,
                "The body is JSON, but not of the shape that is expected here: see line 1",
            ),
            (r#"{"s3cret": 1}"#, "The body is JSON, but not of the shape that is expected here: see line 1"),
            (
                r#"{"inner": "s3cret"}"#,
                "The body is JSON, but not of the shape that is expected here: see line 1",
            ),
            (r#"{"name": "s3cret"} s3cret"#, "The body is not valid JSON: see line 1, column 20."),
        ] {
            let detail = refusal(body).await;
            assert!(detail.starts_with(expected), "{body}: {detail}");
            assert!(!detail.contains("s3cret"), "{body}: {detail}");
        }
    }

    #[tokio::test]
    async fn deep_json_is_refused() {
        for deep in
            ["[".repeat(500_000), "{\"a\":".repeat(200_000), format!("{{\"a\":{}", "[".repeat(500_000))]
        {
            assert_eq!(status("/restapi", "application/json", deep).await, 400);
        }
    }

    #[tokio::test]
    async fn other_content_types_are_refused() {
        for other in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json", ""] {
            assert_eq!(status("/restapi", other, "{}".to_owned()).await, 415, "{other}");
        }
        for json in ["application/json", "Application/JSON; charset=utf-8"] {
            assert_eq!(status("/restapi", json, "{}".to_owned()).await, 200, "{json}");
        }
    }
}
