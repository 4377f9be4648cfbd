use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Portal;
use super::openapi::tags;
use super::problem::ApiError;

/// Answer of `GET /healthz`.
#[derive(Serialize, utoipa::ToSchema)]
struct Health {
    /// `ok`
    status: &'static str,
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(health))
}

/// Ask whether the portal works
///
/// For monitors and load balancers: 200 while the server runs and reaches its database, 503 otherwise.
#[utoipa::path(
    get, path = "/healthz", tag = tags::ABOUT, operation_id = "getHealth", security(()),
    responses((status = 200, body = Health, description = "It works."))
)]
async fn health(State(portal): State<Portal>) -> Result<Json<Health>, ApiError> {
    portal.store.newest_event().await.map_err(|error| {
        tracing::error!(%error, "the store cannot be reached");
        ApiError::unavailable()
    })?;
    Ok(Json(Health { status: "ok" }))
}
