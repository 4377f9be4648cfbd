use std::cmp::Ordering;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use data_encoding::BASE64URL_NOPAD;
use latchkey_contract::resource::{ResourceSort, SortOrder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::http::problem::ApiError;
use crate::http::query::Query;

/// Which part of a list of resources is wanted, and in what order.
#[derive(Clone, Debug)]
pub(super) struct ListQuery {
    /// In lower case; empty for everything.
    pub(super) search: String,
    pub(super) sort: ResourceSort,
    pub(super) order: SortOrder,
    /// The item that the page follows.
    pub(super) after: Option<Place>,
    pub(super) limit: usize,
}

/// Where an item stands in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    /// What the list is sorted by, written so that it sorts as a text.
    pub(super) value: String,
    /// In lower case.
    pub(super) name: String,
    pub(super) id: Uuid,
}

/// What a cursor holds: a place means something in the order that it was taken from only.
#[derive(Serialize, Deserialize)]
struct Cursor {
    sort: ResourceSort,
    order: SortOrder,
    after: Place,
}

impl Place {
    /// Where the values are the same, names and ids run upwards in either order.
    pub(super) fn compare(&self, other: &Self, order: SortOrder) -> Ordering {
        let by_value = self.value.cmp(&other.value);
        let by_value = if order == SortOrder::Descending { by_value.reverse() } else { by_value };
        by_value.then_with(|| self.name.cmp(&other.name)).then_with(|| self.id.cmp(&other.id))
    }
}

impl ListQuery {
    /// The cursor of what follows `after`.
    ///
    /// # Errors
    /// If it cannot be written, which would be a fault of the program.
    pub(super) fn cursor(&self, after: Place) -> Result<String, ApiError> {
        let cursor = Cursor { sort: self.sort, order: self.order, after };
        let json = serde_json::to_vec(&cursor).map_err(|_| ApiError::internal())?;
        Ok(BASE64URL_NOPAD.encode(&json))
    }

    fn read(query: &Query) -> Result<Self, ApiError> {
        let sort = word(query, "sort", "name, state or last_change")?;
        let order = word(query, "order", "ascending or descending")?;
        let after = match query.get("cursor") {
            None => None,
            Some(text) => {
                let cursor = read_cursor(text).filter(|cursor| (cursor.sort, cursor.order) == (sort, order));
                Some(cursor.ok_or_else(ApiError::unknown_cursor)?.after)
            }
        };
        let search = query.get("search").unwrap_or_default().trim().to_lowercase();
        let limit = usize::try_from(query.limit()?).unwrap_or(usize::MAX);
        Ok(Self { search, sort, order, after, limit })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ListQuery {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        Self::read(&Query::from_request_parts(parts, state).await?)
    }
}

fn read_cursor(text: &str) -> Option<Cursor> {
    serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()
}

/// A word of the contract; the default where the parameter is absent.
fn word<T: DeserializeOwned + Default>(
    query: &Query,
    name: &'static str,
    words: &str,
) -> Result<T, ApiError> {
    let Some(text) = query.get(name) else { return Ok(T::default()) };
    serde_json::from_value(text.into()).map_err(|_| {
        ApiError::malformed(format!("The parameter {name} must be {words}. Correct it, or leave it out."))
    })
}
