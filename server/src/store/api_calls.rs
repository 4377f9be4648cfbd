use std::net::IpAddr;

use async_trait::async_trait;
use latchkey_contract::usage::CallCounts;
use uuid::Uuid;

use super::StoreError;

/// A call that a script made with a right pair of keys. It holds the route's template, never a URL, a header or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiCall {
    pub credential_id: Uuid,
    /// When it came, UTC milliseconds.
    pub at: i64,
    /// One of HTTP's own methods, or `other`.
    pub method: &'static str,
    /// The route's template, e.g. `/restapi/instance/instanceList`.
    pub route: String,
    /// The status that was answered; [`ApiCall::HUNG_UP`] where the caller did not wait for one.
    pub status: u16,
    /// Milliseconds until the answer was ready.
    pub duration_ms: u32,
    /// Where the caller was.
    pub address: IpAddr,
    /// How many such calls this one stands for.
    pub times: u32,
}

impl ApiCall {
    /// The status that is recorded when the caller closed the connection before the answer was ready, as nginx logs it.
    pub const HUNG_UP: u16 = 499;
}

#[async_trait]
pub trait ApiCalls: Send + Sync {
    /// Records calls, all of them or none, and with them the last use of each key. One that lies after `now` (UTC milliseconds)
    /// is from before the clock was set back, and every other is newer.
    async fn record_calls(&self, calls: &[ApiCall], now: i64) -> Result<(), StoreError>;
    /// How many calls each key of `owner` made since `since` (UTC milliseconds). A key without any is left out.
    async fn call_counts(&self, owner: Uuid, since: i64) -> Result<Vec<(Uuid, CallCounts)>, StoreError>;
    /// Tells the owners of these keys, each given with the instant of its newest call (UTC milliseconds), that they were used.
    async fn tell_of_use(&self, keys: &[(Uuid, i64)]) -> Result<(), StoreError>;
    /// Removes calls older than `before` (UTC milliseconds). The last use of each key stays.
    async fn purge_calls(&self, before: i64) -> Result<(), StoreError>;
}
