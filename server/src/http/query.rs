//! Query parameters, read by hand so that nothing quotes them.

use std::collections::HashSet;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::Page;
use uuid::Uuid;

use super::problem::ApiError;
use crate::store::PageRequest;

/// The parameters of a request. One that is present and empty counts as absent.
#[derive(Clone, Debug)]
pub(crate) struct Query(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let text = parts.uri.query().unwrap_or_default();
        let pairs: Vec<_> = url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        let mut names = HashSet::new();
        if pairs.iter().all(|(name, _)| names.insert(name.as_str())) {
            return Ok(Self(pairs));
        }
        // Which of them was meant is not for the server to guess.
        Err(ApiError::malformed("A parameter came more than once. Send each of them once."))
    }
}

impl Query {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// # Errors
    /// 400 if the parameter is there but is no UUID.
    pub(crate) fn uuid(&self, name: &'static str) -> Result<Option<Uuid>, ApiError> {
        self.get(name).map(Uuid::try_parse).transpose().map_err(|_| {
            ApiError::malformed(format!("The parameter {name} must be a UUID. Correct it, or leave it out."))
        })
    }

    /// # Errors
    /// 400 if the parameter is missing or no UUID.
    pub(crate) fn required_uuid(&self, name: &'static str) -> Result<Uuid, ApiError> {
        self.uuid(name)?.ok_or_else(|| {
            ApiError::malformed(format!("The parameter {name} is required. Send a UUID in it."))
        })
    }

    /// # Errors
    /// 400 if the parameter is there but is neither `true` nor `false`.
    pub(crate) fn boolean(&self, name: &'static str) -> Result<Option<bool>, ApiError> {
        self.get(name).map(str::parse).transpose().map_err(|_| {
            ApiError::malformed(format!(
                "The parameter {name} must be true or false. Correct it, or leave it out."
            ))
        })
    }

    /// The part of a list that `cursor` and `limit` ask for.
    ///
    /// # Errors
    /// 400 if either cannot be read.
    pub(crate) fn page(&self) -> Result<PageRequest, ApiError> {
        let limit = self.limit()?;
        let after = self.get("cursor").map(Uuid::try_parse).transpose();
        Ok(PageRequest { after: after.map_err(|_| ApiError::unknown_cursor())?, limit })
    }

    /// How many items a page may have.
    ///
    /// # Errors
    /// 400 if it cannot be read.
    pub(crate) fn limit(&self) -> Result<u32, ApiError> {
        let max = Page::<()>::MAX_LIMIT;
        match self.get("limit") {
            None => Ok(Page::<()>::DEFAULT_LIMIT),
            Some(text) => text.parse().ok().filter(|limit| (1..=max).contains(limit)).ok_or_else(|| {
                ApiError::malformed(format!(
                    "The parameter limit must be a number from 1 to {max}. Correct it, or leave it out."
                ))
            }),
        }
    }
}
