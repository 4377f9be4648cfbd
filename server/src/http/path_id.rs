use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use uuid::Uuid;

use super::problem::ApiError;

/// The `{id}` of a path. What is no UUID names nothing: 404.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PathId(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for PathId {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let unknown = || {
            ApiError::not_found("There is nothing with this id. Read the list again and use an id from it.")
        };
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| unknown())?;
        let id =
            params.iter().find(|(name, _)| *name == "id").and_then(|(_, value)| Uuid::try_parse(value).ok());
        id.map(Self).ok_or_else(unknown)
    }
}
