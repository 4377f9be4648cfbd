//! The 401 for a pair that opens nothing.

use axum::http::{HeaderMap, HeaderName};

use super::auth::{API_KEY_HEADER, SECRET_KEY_HEADER};
use crate::http::Portal;
use crate::http::problem::ApiError;
use crate::secrets::SecretDigest;
use crate::store::StoreError;

/// Tells of the end of a pair to whoever presents the right one, and otherwise not which half is wrong.
pub(super) async fn refusal(
    portal: &Portal,
    headers: &HeaderMap,
    pair: Option<(&str, SecretDigest)>,
) -> Result<ApiError, StoreError> {
    if let Some((api_key, secret)) = pair
        && let Some(ended) = portal.store.ended_pair(api_key, secret).await?
    {
        return Ok(ApiError::ended_pair(&ended));
    }
    Ok(match (is_stray(headers, &API_KEY_HEADER), is_stray(headers, &SECRET_KEY_HEADER)) {
        (false, false) => ApiError::invalid_pair(),
        (true, false) => ApiError::stray_characters(
            "Invalid API key or secret key. The header apikey has quotes, blanks or other stray characters around \
             or in its value: remove them.",
        ),
        (false, true) => ApiError::stray_characters(
            "Invalid API key or secret key. The header secretkey has quotes, blanks or other stray characters \
             around or in its value: remove them.",
        ),
        (true, true) => ApiError::stray_characters(
            "Invalid API key or secret key. The headers apikey and secretkey have quotes, blanks or other stray \
             characters around or in their values: remove them.",
        ),
    })
}

/// Tells whether a value holds what copying and quoting leave behind, and no key has.
fn is_stray(headers: &HeaderMap, name: &HeaderName) -> bool {
    headers.get(name).is_some_and(|value| {
        value.as_bytes().iter().any(|byte| !byte.is_ascii_graphic() || matches!(byte, b'"' | b'\'' | b'`'))
    })
}
