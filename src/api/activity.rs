use latchkey_contract::Page;
use latchkey_contract::activity::Activity;

use super::client::with_query;
use super::{Api, ApiError};

impl Api {
    /// The caller's own activity, newest first. `limit` is 50 if absent, 200 at most.
    pub async fn activity(
        self,
        cursor: Option<&str>,
        limit: Option<u32>,
    ) -> Result<Page<Activity>, ApiError> {
        let limit = limit.map(|limit| limit.to_string());
        let parameters = [("cursor", cursor), ("limit", limit.as_deref())];
        self.get(with_query("/api/v1/activity", &parameters)).await
    }
}
