//! `/restapi`: what scripts and the Terraform provider call, with an API key and its secret key in two headers. Cookies mean
//! nothing here. Names, types and quirks follow the provider, which accepts no unknown key and no number for a text.

mod auth;
pub(crate) mod envelope;
mod instances;
mod networks;
mod rate_limit;
mod record;
mod volumes;
mod zones;

use utoipa_axum::router::OpenApiRouter;

use super::Portal;

pub(crate) use auth::{API_KEY_HEADER, SECRET_KEY_HEADER};
pub(crate) use rate_limit::tell_of_limits;
pub(crate) use record::record;

/// Bytes that a body may have.
pub(crate) const BODY_MAX: usize = 1024 * 1024;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(zones::router())
        .merge(instances::router())
        .merge(volumes::router())
        .merge(networks::router())
}
