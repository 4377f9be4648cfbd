//! Answers that a browser may keep, with a tag by which it asks whether they are still right (RFC 9110, section 8.8.3).

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use super::headers::NO_CACHE;

/// A strong entity tag.
pub(crate) fn tag_of(content: &[u8]) -> HeaderValue {
    let digest = BASE64URL_NOPAD.encode(&Sha256::digest(content)[..18]);
    HeaderValue::from_str(&format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the browser has what carries this tag.
pub(crate) fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let wanted = tag.to_str().unwrap_or_default();
    known.flat_map(|value| value.split(',')).any(|one| one.trim().trim_start_matches("W/") == wanted)
}

/// `content`, which the browser has to ask for again each time, or 304 if it has it.
pub(crate) fn revalidated(headers: &HeaderMap, content_type: &'static str, content: Bytes) -> Response {
    let tag = tag_of(&content);
    if is_known(headers, &tag) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag), (CACHE_CONTROL, NO_CACHE)]).into_response();
    }
    let content_type = HeaderValue::from_static(content_type);
    ([(CONTENT_TYPE, content_type), (ETAG, tag), (CACHE_CONTROL, NO_CACHE)], Body::from(content))
        .into_response()
}
