use serde::{Deserialize, Serialize};

/// One page of a list. Ask for the following page by sending `next` back as `cursor`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    pub items: Vec<T>,
    /// An opaque cursor; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Items on a page when the request names no `limit`.
    pub const DEFAULT_LIMIT: u32 = 50;
    /// The largest `limit` that is accepted.
    pub const MAX_LIMIT: u32 = 200;
}
