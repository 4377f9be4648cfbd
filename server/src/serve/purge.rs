use crate::clock::DAY;
use crate::store::{Store, StoreError};

/// How long events can be replayed, in milliseconds.
const EVENTS_KEPT: i64 = DAY;
/// How long calls made with keys are kept, in milliseconds.
const CALLS_KEPT: i64 = 30 * DAY;

/// Removes what has expired at `now` (UTC milliseconds).
pub(super) async fn purge(store: &dyn Store, now: i64) {
    if let Err(error) = remove_expired(store, now).await {
        tracing::error!(%error, "expired rows were not removed; this is tried again in an hour");
    }
}

async fn remove_expired(store: &dyn Store, now: i64) -> Result<(), StoreError> {
    store.purge_sessions().await?;
    store.purge_requests(now).await?;
    store.purge_events(now - EVENTS_KEPT).await?;
    store.purge_calls(now - CALLS_KEPT).await
}
