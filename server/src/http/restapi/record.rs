//! Every call that reaches a route with a right pair of keys is recorded, whatever becomes of it.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Extensions;
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use crate::http::Portal;
use crate::http::request_id::known;
use crate::store::api_calls::ApiCall;

/// The key that a request has proved to hold, told by [`super::auth`] to [`record`].
#[derive(Clone, Default)]
pub(super) struct VerifiedKey(Arc<OnceLock<(Uuid, IpAddr)>>);

impl VerifiedKey {
    /// Notes the credential and the address that the request came from.
    pub(super) fn note(request: &Extensions, credential_id: Uuid, address: IpAddr) {
        if let Some(Self(key)) = request.get() {
            // A request has one pair, so a second answer would be the same.
            let _ = key.set((credential_id, address));
        }
    }
}

/// Middleware around everything that answers: a time-out and a panic are recorded too.
pub(crate) async fn record(State(portal): State<Portal>, mut request: Request, next: Next) -> Response {
    let Some(route) = request.extensions().get::<MatchedPath>().filter(|route| is_restapi(route)).cloned()
    else {
        return next.run(request).await;
    };
    let key = VerifiedKey::default();
    request.extensions_mut().insert(key.clone());
    let at = portal.clock.now();
    let method = known(request.method());
    let mut call = Call { portal, key, route, method, at, begun: Instant::now(), status: ApiCall::HUNG_UP };
    let response = next.run(request).await;
    call.status = response.status().as_u16();
    response
}

fn is_restapi(route: &MatchedPath) -> bool {
    route.as_str().starts_with("/restapi/")
}

/// A call under way. Recorded on drop: whoever hangs up early cannot keep what was done out of the record.
struct Call {
    portal: Portal,
    key: VerifiedKey,
    route: MatchedPath,
    method: &'static str,
    /// UTC milliseconds.
    at: i64,
    begun: Instant,
    status: u16,
}

impl Drop for Call {
    fn drop(&mut self) {
        let Some((credential_id, address)) = self.key.0.get().copied() else { return };
        self.portal.call_log.record(ApiCall {
            credential_id,
            at: self.at,
            method: self.method,
            route: self.route.as_str().to_owned(),
            status: self.status,
            duration_ms: u32::try_from(self.begun.elapsed().as_millis()).unwrap_or(u32::MAX),
            address,
            times: 1,
        });
    }
}
