//! Headers that every answer carries.

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::Portal;

/// Those that are the same for every portal and every answer.
pub(crate) const FIXED: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
];
pub(crate) const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
/// May be kept, but is asked for again each time.
pub(crate) const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// Middleware. An answer that does not say otherwise is not stored anywhere: it may be somebody's own.
pub(crate) async fn protect(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, portal.web.content_security_policy());
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if portal.site.secure {
        // A year, and this host alone unless the operator says more: other hosts of the domain may lack https.
        let policy = if portal.site.hsts_include_subdomains {
            "max-age=31536000; includeSubDomains"
        } else {
            "max-age=31536000"
        };
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(policy));
    }
    set_default(headers, CACHE_CONTROL, NO_STORE);
    response
}

fn set_default(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}

/// The policy for a page with these inline scripts. Nothing is allowed but what is named: the app's own files,
/// WebAssembly, its start-up script by hash, and calls to its own server.
pub(crate) fn content_security_policy(index: &str) -> String {
    let hashes: String =
        inline_scripts(index).map(|script| format!(" 'sha256-{}'", sha256_base64(script))).collect();
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
    .join("; ")
}

/// The contents of `<script>` elements without `src`. The page is the project's own, so a plain search will do.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (content, _) = rest.split_once("</script")?;
        let has_source = attributes.split_whitespace().any(|attribute| attribute.starts_with("src="));
        (!has_source && !content.trim().is_empty()).then_some(content)
    })
}

fn sha256_base64(text: &str) -> String {
    BASE64.encode(&Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_allowed_by_their_hash() {
        let page = r#"<head><script src="/a.js"></script><script type="module">alert(1)</script></head>"#;
        let policy = content_security_policy(page);
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(policy.contains(&sha256_base64("alert(1)")));
    }
}
