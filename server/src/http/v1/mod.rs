//! `/api/v1`: what the web app calls. One file a domain, each with its `router()`.

mod activity;
mod admin_requests;
mod admin_users;
mod api_access;
mod api_usage;
mod credentials;
mod events;
mod key_test;
mod openapi;
mod password;
mod profile;
mod resources;
mod session;
mod sessions;

use utoipa_axum::router::OpenApiRouter;

use super::Portal;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new()
        .merge(session::router())
        .merge(sessions::router())
        .merge(profile::router())
        .merge(password::router())
        .merge(api_access::router())
        .merge(api_usage::router())
        .merge(credentials::router())
        .merge(key_test::router())
        .merge(activity::router())
        .merge(events::router())
        .merge(resources::router())
        .merge(admin_requests::router())
        .merge(admin_users::router())
        .merge(openapi::router())
}
