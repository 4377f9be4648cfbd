use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use data_encoding::HEXLOWER;

use crate::store::Store;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Logs the mark of the audit log, now and every hour: whoever keeps the log elsewhere can tell by it that entries were
/// removed, or that the database was put back to an older state. Ready after `told_to_stop`.
pub(super) async fn log_regularly(store: Arc<dyn Store>, told_to_stop: impl Future<Output = ()>) {
    let mut told_to_stop = pin!(told_to_stop);
    let mut hours = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            () = &mut told_to_stop => return,
            _ = hours.tick() => {}
        }
        match store.audit_mark().await {
            Ok(mark) => tracing::info!(entries = mark.entries, mac = HEXLOWER.encode(&mark.mac), "audit log"),
            Err(error) => {
                tracing::error!(%error, "the audit log cannot be read; this is tried again in an hour")
            }
        }
    }
}
