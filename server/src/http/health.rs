use axum::Json;
use axum::extract::State;
use latchkey_contract::ProblemKind;
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
/// For monitors and load balancers: 200 while the server runs and its database can be read and written, 503 otherwise.
/// Writing is tried at most once a second.
#[utoipa::path(
    get, path = "/healthz", tag = tags::ABOUT, operation_id = "getHealth", security(()),
    responses((status = 200, body = Health, description = "It works."))
)]
async fn health(State(portal): State<Portal>) -> Result<Json<Health>, ApiError> {
    portal.store.newest_event().await.map_err(|error| {
        tracing::error!(%error, "the store cannot be reached");
        ApiError::unavailable()
    })?;
    if !portal.store.can_write(portal.clock.elapsed()).await {
        return Err(ApiError::new(
            ProblemKind::Unavailable,
            "The database cannot be written. The server's log says why; free space on its disk if that is full.",
        ));
    }
    Ok(Json(Health { status: "ok" }))
}
