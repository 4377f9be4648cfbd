//! `/restapi` as the server itself calls it: the routes that scripts call behind the same layers, without a socket in
//! between. Such a call is charged, recorded and answered as any other.

use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request};
use axum::response::Response;
use latchkey_contract::PlainSecret;
use tower::ServiceExt;

use super::problem::ApiError;
use super::restapi::{API_KEY_HEADER, SECRET_KEY_HEADER};

/// The routes with everything around them. Cheap to clone.
#[derive(Clone)]
pub(crate) struct OwnRestapi(Router);

impl OwnRestapi {
    pub(super) fn new(routes: Router) -> Self {
        Self(routes)
    }

    /// Answers a GET of `path` with this pair, as if it had come from `address`.
    pub(crate) async fn get(
        &self,
        path: &'static str,
        (api_key, secret_key): (&str, &PlainSecret),
        address: IpAddr,
    ) -> Result<Response, ApiError> {
        let mut secret = HeaderValue::from_str(secret_key.expose()).map_err(|_| ApiError::internal())?;
        secret.set_sensitive(true);
        let request = Request::get(path).header(API_KEY_HEADER, api_key).header(SECRET_KEY_HEADER, secret);
        let mut request = request.body(Body::empty()).map_err(|_| ApiError::internal())?;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 0)));
        self.0.clone().oneshot(request).await.map_err(|never| match never {})
    }
}
