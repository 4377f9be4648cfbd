use data_encoding::HEXLOWER;

use crate::store::Store;

/// Logs the mark of the audit log: whoever keeps the server's log elsewhere can tell by it that entries were removed, or
/// that the database was put back to an older state.
pub(super) async fn log_mark(store: &dyn Store) {
    match store.audit_mark().await {
        Ok(mark) => tracing::info!(entries = mark.entries, mac = HEXLOWER.encode(&mark.mac), "audit log"),
        Err(error) => tracing::error!(%error, "the audit log cannot be read; this is tried again in an hour"),
    }
}
