use crate::cloud::VmSnapshot;
use crate::store::StoreError;
use crate::store::sqlite::SqliteStore;

/// Whether anything is due, without the write lock.
const ANYTHING_DUE: &str = "SELECT EXISTS (SELECT 1 FROM instance WHERE due_at <= ?1) \
                                OR EXISTS (SELECT 1 FROM vm_snapshot WHERE due_at <= ?1)";
/// In this order: disks go before the instance that they refer to.
const SETTLE_INSTANCES: [&str; 3] = [
    "DELETE FROM volume WHERE instance_id IN (SELECT id FROM instance WHERE state = 'DESTROYING' AND due_at <= ?)",
    "DELETE FROM instance WHERE state = 'DESTROYING' AND due_at <= ?",
    "UPDATE instance SET state = next_state, next_state = NULL, due_at = NULL WHERE due_at <= ?",
];

impl SqliteStore {
    pub(super) async fn settle_what_is_due(&self, now: i64) -> Result<(), StoreError> {
        if !sqlx::query_scalar(ANYTHING_DUE).bind(now).fetch_one(&self.reader).await? {
            return Ok(());
        }
        let mut writing = self.begin().await?;
        for sql in SETTLE_INSTANCES {
            sqlx::query(sql).bind(now).execute(writing.db()).await?;
        }
        sqlx::query("UPDATE vm_snapshot SET status = ?, due_at = NULL WHERE due_at <= ?")
            .bind(VmSnapshot::READY)
            .bind(now)
            .execute(writing.db())
            .await?;
        writing.commit().await
    }
}
