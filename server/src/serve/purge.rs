use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::{Clock, DAY};
use crate::store::{Store, StoreError};

const EVERY: Duration = Duration::from_secs(60 * 60);
/// How long events can be replayed, in milliseconds.
const EVENTS_KEPT: i64 = DAY;
/// How long calls made with keys are kept, in milliseconds.
const CALLS_KEPT: i64 = 30 * DAY;

/// Removes what has expired, now and every hour. Ready after `told_to_stop`, and not in the middle of anything.
pub(super) async fn purge_regularly(
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    told_to_stop: impl Future<Output = ()>,
) {
    let mut told_to_stop = pin!(told_to_stop);
    let mut hours = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            () = &mut told_to_stop => return,
            _ = hours.tick() => {}
        }
        if let Err(error) = purge(&*store, clock.now()).await {
            tracing::error!(%error, "expired rows were not removed; this is tried again in an hour");
        }
    }
}

async fn purge(store: &dyn Store, now: i64) -> Result<(), StoreError> {
    store.purge_sessions().await?;
    store.purge_requests(now).await?;
    store.purge_events(now - EVENTS_KEPT).await?;
    store.purge_calls(now - CALLS_KEPT).await
}
