//! The sessions of the caller's own account.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::session::OwnSessions;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::openapi::answers::{NotFound, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::path_id::PathId;
use crate::http::problem::ApiError;
use crate::http::signed_in::{SignedIn, SteppedUp};
use crate::store::sessions::EndSessionError;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list, end_others)).routes(routes!(end))
}

/// List the own sessions
///
/// Every browser in which the caller's account is signed in, last seen first.
#[utoipa::path(
    get, path = "/api/v1/sessions", tag = tags::SESSION, operation_id = "listSessions", security(("session" = [])),
    responses((status = 200, body = OwnSessions, description = "The account's living sessions, 20 at most."), Unauthorized)
)]
async fn list(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Json<OwnSessions>, ApiError> {
    let items = portal.store.own_sessions(&signed_in.authority()).await?;
    Ok(Json(OwnSessions { items }))
}

/// End another session
///
/// Signs the caller's account out there at once. Needs a step-up. To end the present session, use `signOut`.
#[utoipa::path(
    delete, path = "/api/v1/sessions/{id}", tag = tags::SESSION, operation_id = "endSession",
    security(("session" = [])), params(("id" = uuid::Uuid, Path, description = "The session's id.")),
    responses((status = 204, description = "Ended."), Unauthorized, Unsafe, NotFound)
)]
async fn end(
    State(portal): State<Portal>,
    stepped_up: SteppedUp<SignedIn>,
    PathId(id): PathId,
) -> Result<StatusCode, ApiError> {
    portal.store.end_own_session(&stepped_up.authority(), id).await.map_err(|error| match error {
        EndSessionError::NotFound => ApiError::not_found(
            "There is no other session with this id: it has ended already, or it is the one that asks. Read the list again.",
        ),
        EndSessionError::Authority(error) => error.into(),
        EndSessionError::Store(error) => error.into(),
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// End all other sessions
///
/// Signs the caller's account out everywhere but here. Needs a step-up. Doing it again changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/sessions", tag = tags::SESSION, operation_id = "endOtherSessions",
    security(("session" = [])),
    responses((status = 204, description = "Ended."), Unauthorized, Unsafe)
)]
async fn end_others(
    State(portal): State<Portal>,
    stepped_up: SteppedUp<SignedIn>,
) -> Result<StatusCode, ApiError> {
    portal.store.end_other_sessions(&stepped_up.authority()).await?;
    Ok(StatusCode::NO_CONTENT)
}
