//! What keeps other pages out of `/api/v1`. A page on another port of the same host is same-*site*: it is sent the
//! session cookie, `SameSite=Strict` or not, so the origin is what counts.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, ORIGIN, TRANSFER_ENCODING};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::Portal;
use super::json_body::is_json;
use super::problem::ApiError;
use super::restapi::{API_KEY_HEADER, SECRET_KEY_HEADER};
use crate::settings::Site;

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// Middleware of `/api/v1`: refuses unsafe methods from anywhere but the portal's own page, bodies that are not JSON,
/// and keys, which belong to `/restapi`.
///
/// # Errors
/// 400, 403 or 415.
pub(crate) async fn guard(
    State(portal): State<Portal>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    refuse_keys(&parts.headers)?;
    if !is_safe(&parts.method) {
        require_own_origin(&parts.headers, &portal.site)?;
        require_json(&parts)?;
    }
    Ok(next.run(Request::from_parts(parts, body)).await)
}

pub(super) fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn refuse_keys(headers: &HeaderMap) -> Result<(), ApiError> {
    if headers.contains_key(API_KEY_HEADER) || headers.contains_key(SECRET_KEY_HEADER) {
        return Err(ApiError::malformed(
            "API keys open /restapi, not /api/v1. Leave the headers apikey and secretkey out here.",
        ));
    }
    Ok(())
}

fn require_own_origin(headers: &HeaderMap, site: &Site) -> Result<(), ApiError> {
    let allowed = match headers.get(SEC_FETCH_SITE) {
        Some(fetched_by) => fetched_by == "same-origin",
        None => headers
            .get(ORIGIN)
            .and_then(|origin| origin.to_str().ok())
            .is_some_and(|own| site.is_own_origin(own)),
    };
    if allowed {
        return Ok(());
    }
    Err(ApiError::cross_site())
}

/// A request without a body needs no content type; a form or a text cannot pass for one, since handlers want JSON.
fn require_json(parts: &Parts) -> Result<(), ApiError> {
    let length = parts.headers.get(CONTENT_LENGTH);
    let has_body =
        parts.headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|length| length != "0");
    if has_body && !is_json(parts) {
        return Err(ApiError::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(headers: &[(&'static str, &str)]) -> bool {
        let site = Site {
            origins: vec!["https://portal.example".into()],
            secure: true,
            hsts_include_subdomains: false,
            trusted_proxies: Vec::new(),
        };
        let headers =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        require_own_origin(&headers, &site).is_ok()
    }

    #[test]
    fn only_the_own_origin_may_act() {
        assert!(allowed(&[("sec-fetch-site", "same-origin")]));
        assert!(allowed(&[("origin", "https://portal.example")]));
        for site in ["same-site", "cross-site", "none", ""] {
            assert!(!allowed(&[("sec-fetch-site", site), ("origin", "https://portal.example")]), "{site}");
        }
        for origin in [
            "null",
            "https://portal.example:8443",
            "http://portal.example",
            "https://portal.example.evil.example",
        ] {
            assert!(!allowed(&[("origin", origin)]), "{origin}");
        }
        assert!(!allowed(&[]));
    }
}
