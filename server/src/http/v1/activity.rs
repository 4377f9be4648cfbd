//! "My Activity".

use axum::Json;
use axum::extract::State;
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::openapi::answers::{BadRequest, Unauthorized};
use crate::http::openapi::params::PageParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::signed_in::SignedIn;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(activity))
}

/// List the own activity
///
/// What was done by or to the caller's account, newest first.
#[utoipa::path(
    get, path = "/api/v1/activity", tag = tags::ACTIVITY, operation_id = "listActivity", security(("session" = [])),
    params(PageParams),
    responses((status = 200, body = Page<Activity>, description = "A page of entries."), Unauthorized, BadRequest)
)]
async fn activity(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    query: Query,
) -> Result<Json<Page<Activity>>, ApiError> {
    Ok(Json(portal.store.activity(signed_in.account().id, query.page()?).await?))
}
