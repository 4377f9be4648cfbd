use serde::{Deserialize, Serialize};

/// An instant as it travels: RFC 3339 in UTC with milliseconds and `Z`, e.g. `2026-03-01T09:30:00.000Z`.
///
/// Because the form is fixed, comparing two of them as text compares the instants. The browser hands the text to
/// `Date`, the server makes it from the milliseconds it stores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime, examples("2026-03-01T09:30:00.000Z")))]
pub struct Timestamp(pub String);

impl Timestamp {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
