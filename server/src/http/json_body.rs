use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use latchkey_contract::ProblemKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::ApiError;

/// Bytes that a body may have.
pub(crate) const BODY_MAX: usize = 64 * 1024;

/// Some editors and shells put it before the text that they save (RFC 8259, section 8.1).
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

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
        if is_encoded(&parts.headers) {
            return Err(ApiError::new(
                ProblemKind::UnsupportedMediaType,
                "The body is compressed. Send it uncompressed, without the header Content-Encoding.",
            ));
        }
        if !is_json(&parts) {
            return Err(ApiError::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let raw = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|rejection| ApiError::of_status(rejection.into_response().status()))?;
        let text = raw.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&raw);
        // serde would take the members of a struct from an array too.
        if text.trim_ascii_start().first() == Some(&b'[') {
            return Err(ApiError::malformed("The body is a JSON array. Send an object instead."));
        }
        let mut json = serde_json::Deserializer::from_slice(text);
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

/// Tells whether the body is compressed, or in another coding of HTTP.
fn is_encoded(headers: &HeaderMap) -> bool {
    let codings = headers.get_all(CONTENT_ENCODING).iter();
    let mut codings = codings.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    codings.any(|coding| {
        let coding = coding.trim_ascii();
        !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity")
    })
}

fn refuse(path: &str, error: &serde_json::Error) -> ApiError {
    let place = format!("line {}, column {}", error.line(), error.column());
    if !error.is_data() {
        return ApiError::malformed(format!(
            "The body is not valid JSON: see {place}. Correct it and try again."
        ));
    }
    let text = error.to_string();
    if let Some(member) = doubled(&text) {
        let parent = if path == WHOLE { String::new() } else { format!("{path}.") };
        return ApiError::malformed(format!(
            "{parent}{member} is there more than once: see {place}. Send it once."
        ));
    }
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

/// The member that came twice. It names one of ours: serde skips the others.
fn doubled(text: &str) -> Option<&str> {
    text.strip_prefix("duplicate field `")?.split('`').next()
}

/// What belongs in the place of a value of another type. The rest of serde's sentence quotes the value and goes nowhere.
fn expected(text: &str) -> Option<&'static str> {
    let (_, expected) = text.strip_prefix("invalid ")?.rsplit_once(", expected ")?;
    match expected.split(" at line ").next()? {
        "a string" => Some("a text"),
        "a boolean" => Some("true or false"),
        "a whole number" => Some("a whole number"),
        "i64" | "i32" | "u64" | "u32" => Some("a whole number in digits only"),
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
    use crate::http::{restapi, whole_number};

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
        #[serde(rename = "diskSize", default, deserialize_with = "whole_number::optional")]
        _disk_size: Option<i64>,
        #[serde(rename = "name")]
        _name: Option<String>,
        #[serde(rename = "isPublic")]
        _is_public: Option<bool>,
        #[serde(rename = "inner")]
        _inner: Option<Inner>,
        #[serde(rename = "version")]
        _version: Option<u32>,
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
            (r#"{"version": 2.0}"#, "version must be a whole number in digits only: see line 1, column 15."),
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
            (
                r#"{"name": "s3cret", "name": "s3cret"}"#,
                "name is there more than once: see line 1, column 25. Send it once.",
            ),
            (
                r#"{"inner": {"reason": "s3cret", "s3cret": 1, "s3cret": 1, "reason": "s3cret"}}"#,
                "inner.reason is there more than once: see line 1, column 65. Send it once.",
            ),
            (r#"{"name": "s3cret"} s3cret"#, "The body is not valid JSON: see line 1, column 20."),
        ] {
            let detail = refusal(body).await;
            assert!(detail.starts_with(expected), "{body}: {detail}");
            assert!(!detail.contains("s3cret"), "{body}: {detail}");
        }
    }

    #[tokio::test]
    async fn accepts_a_byte_order_mark_before_the_body() {
        let status = async |body: &str| status("/api", "application/json", body.to_owned()).await;
        assert_eq!(status("\u{feff}{}").await, 200);
        assert_eq!(status("\u{feff}[]").await, 400);
        assert_eq!(status("\u{feff}\u{feff}{}").await, 400);
    }

    #[tokio::test]
    async fn refuses_compressed_bodies_in_words() {
        let send = async |encoding: &str| {
            let request = Request::post("/").header(CONTENT_TYPE, "application/json");
            let request = request.header(CONTENT_ENCODING, encoding).body(Body::from("{}")).unwrap();
            JsonBody::<Empty>::from_request(request, &()).await.map(drop)
        };
        for encoding in ["gzip", "GZIP", "br", "identity, deflate", "unknown"] {
            let error = send(encoding).await.unwrap_err();
            assert_eq!(error.kind, ProblemKind::UnsupportedMediaType, "{encoding}");
            assert!(error.detail.contains("uncompressed"), "{}", error.detail);
        }
        for encoding in ["", "identity", "Identity , identity"] {
            assert!(send(encoding).await.is_ok(), "{encoding}");
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
