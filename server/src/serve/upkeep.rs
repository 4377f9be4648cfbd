use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::audit_mark::log_mark;
use super::purge::purge;
use crate::clock::Clock;
use crate::store::Store;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Keeps the database in order, now and every hour. Ready after `told_to_stop`, and not in the middle of anything.
pub(super) async fn keep_in_order(
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
        log_mark(&*store).await;
        purge(&*store, clock.now()).await;
    }
}
