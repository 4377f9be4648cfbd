//! `/restapi`: what scripts and the Terraform provider call, with an API key and its secret key in two headers. Cookies mean
//! nothing here. Names, types and quirks follow the provider, which accepts no unknown key and no number for a text.

mod acting;
mod auth;
mod cloud_call;
mod compute_offerings;
mod done;
pub(crate) mod envelope;
mod fields;
mod instances;
mod network_offerings;
mod networks;
mod rate_limit;
mod record;
mod refused_pair;
mod security_groups;
pub(crate) mod slashes;
mod ssh_keys;
mod storage_offerings;
mod templates;
mod vm_snapshots;
mod volumes;
mod zones;

use axum::middleware::from_fn;
use utoipa_axum::router::OpenApiRouter;

use super::Portal;

pub(crate) use auth::{API_KEY_HEADER, SECRET_KEY_HEADER, has_key_headers};
pub(crate) use cloud_call::{in_time, in_words};
pub(crate) use rate_limit::tell_of_limits;
pub(crate) use record::record;

/// Bytes that a body may have.
pub(crate) const BODY_MAX: usize = 1024 * 1024;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    reading_routes().merge(acting_routes())
}

/// Routes whose GET reads.
pub(crate) fn reading_routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(zones::router())
        .merge(compute_offerings::router())
        .merge(storage_offerings::router())
        .merge(templates::router())
        .merge(network_offerings::router())
        .merge(instances::router())
        .merge(volumes::router())
        .merge(vm_snapshots::router())
        .merge(networks::router())
        .merge(ssh_keys::router())
        .merge(security_groups::router())
}

/// GET routes that change something.
pub(crate) fn acting_routes() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(instances::acting_router())
        .merge(volumes::acting_router())
        .route_layer(from_fn(acting::refuse_head))
}
