//! The header fields `RateLimit-Policy` and `RateLimit`, as draft-ietf-httpapi-ratelimit-headers-10 defines them (sections 3
//! and 4): on every answer to a right pair, and on every 429.

use std::sync::{Arc, OnceLock};

use axum::extract::Request;
use axum::http::{Extensions, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::throttle::{Allowance, Wait};

const RATELIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const RATELIMIT: HeaderName = HeaderName::from_static("ratelimit");
/// The window of every quota, in seconds.
const WINDOW: u32 = 60;

/// Where the caller stands, told by [`super::auth`] to [`tell_of_limits`].
#[derive(Clone, Default)]
pub(super) struct Charged(Arc<OnceLock<Allowance>>);

impl Charged {
    pub(super) fn note(request: &Extensions, allowance: Allowance) {
        if let Some(Self(charged)) = request.get() {
            // A request is charged once.
            let _ = charged.set(allowance);
        }
    }
}

/// Middleware. It stands outside of the one that writes problem documents, which keeps no header that it does not know.
pub(crate) async fn tell_of_limits(mut request: Request, next: Next) -> Response {
    let charged = Charged::default();
    request.extensions_mut().insert(charged.clone());
    let mut response = next.run(request).await;
    if let Some(allowance) = charged.0.get() {
        for (name, value) in fields(allowance) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
    }
    response
}

fn fields(allowance: &Allowance) -> [(HeaderName, String); 2] {
    let Allowance { policy, per_minute, remaining, more_in: Wait(seconds) } = allowance;
    [
        (RATELIMIT_POLICY, format!("\"{policy}\";q={per_minute};w={WINDOW}")),
        (RATELIMIT, format!("\"{policy}\";r={remaining};t={seconds}")),
    ]
}
