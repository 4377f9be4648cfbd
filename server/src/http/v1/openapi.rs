use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::openapi::tags;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(document))
}

/// Read this document
///
/// Needs no session, so that the documentation can be read before API access is granted.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", tag = tags::ABOUT, operation_id = "getOpenApi", security(()),
    responses((status = 200, body = serde_json::Value, description = "The OpenAPI 3.1 document."))
)]
async fn document(State(portal): State<Portal>, headers: HeaderMap) -> Response {
    portal.openapi.answer(&headers)
}
