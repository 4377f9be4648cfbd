use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use tower::util::MapRequestLayer;
use tower::{Layer, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use super::json_body::BODY_MAX;
use super::openapi::Document;
use super::own_restapi::OwnRestapi;
use super::{
    Portal, absurd, body_first, config_json, headers, health, problem_document, read_authority, request_id,
    restapi, same_origin, v1, web,
};

/// A request must have arrived and its answer begun by then. Event streams begin at once and may go on.
pub(crate) const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Every route that the OpenAPI document knows, in its order.
pub(super) fn api_router() -> OpenApiRouter<Portal> {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(restapi::router())
        .merge(v1::router())
        .merge(config_json::router())
        .merge(health::router())
}

/// The whole server.
pub fn router(portal: Portal) -> Router {
    let reads = from_fn_with_state(portal.clone(), read_authority::check_again);
    let guarded = v1::router()
        .layer(reads.clone())
        .layer(from_fn(body_first::read))
        .layer(from_fn_with_state(portal.clone(), same_origin::guard));
    let for_scripts = restapi::reading_routes()
        .layer(reads)
        .merge(restapi::acting_routes())
        .layer(from_fn(body_first::read))
        .layer(DefaultBodyLimit::max(restapi::BODY_MAX));
    let (for_scripts, _) = for_scripts.split_for_parts();
    let own_restapi = OwnRestapi::new(finished(for_scripts.clone(), &portal));
    let (for_pages, _) = OpenApiRouter::<Portal>::new()
        .merge(guarded)
        .merge(config_json::router())
        .merge(health::router())
        .split_for_parts();
    let routes = for_scripts.merge(for_pages.layer(Extension(own_restapi)));
    let routes = finished(routes.fallback(web::serve), &portal);
    Router::new().fallback_service(MapRequestLayer::new(restapi::slashes::merge).layer(routes))
}

/// The routes with all that stands around each of them.
fn finished(routes: Router<Portal>, portal: &Portal) -> Router {
    // From the outside in: nothing inside may leave without a request id, headers and a body.
    let layers = ServiceBuilder::new()
        .layer(from_fn(request_id::identify))
        .layer(from_fn_with_state(portal.clone(), headers::protect))
        .layer(from_fn_with_state(portal.clone(), restapi::record))
        .layer(from_fn(restapi::tell_of_limits))
        .layer(from_fn(problem_document::write_problems))
        .layer(from_fn(absurd::refuse))
        .layer(CatchPanicLayer::custom(problem_document::of_panic))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_WITHIN))
        .layer(DefaultBodyLimit::max(BODY_MAX));
    routes.layer(layers).with_state(portal.clone())
}
