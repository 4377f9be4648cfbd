use std::collections::BTreeSet;

use latchkey_contract::resource::ResourceKind;
use uuid::Uuid;

use crate::cloud::VmSnapshot;
use crate::store::StoreError;
use crate::store::inventory::LONGEST_CHANGE;
use crate::store::sqlite::SqliteStore;

/// Tells whether anything is due, without the write lock.
const ANYTHING_DUE: &str = "SELECT EXISTS (SELECT 1 FROM instance WHERE due_at <= ?1 OR due_at > ?2) \
                                OR EXISTS (SELECT 1 FROM vm_snapshot WHERE due_at <= ?1 OR due_at > ?2)";
const NEXT_DUE: &str = "SELECT MIN(due_at) FROM (SELECT MIN(due_at) AS due_at FROM instance WHERE due_at IS NOT NULL \
                                                 UNION ALL \
                                                 SELECT MIN(due_at) FROM vm_snapshot WHERE due_at IS NOT NULL)";
/// Disks go before the instance that they refer to.
const DELETE_DISKS: &str = "DELETE FROM volume \
     WHERE instance_id IN (SELECT id FROM instance WHERE state = 'DESTROYING' AND (due_at <= ?1 OR due_at > ?2))";
const DELETE_INSTANCES: &str = "DELETE FROM instance \
     WHERE state = 'DESTROYING' AND (due_at <= ?1 OR due_at > ?2) RETURNING company_id";
const CHANGE_INSTANCES: &str = "UPDATE instance SET state = next_state, next_state = NULL, due_at = NULL \
     WHERE due_at <= ?1 OR due_at > ?2 RETURNING company_id";
const FINISH_SNAPSHOTS: &str = "UPDATE vm_snapshot SET status = ?3, due_at = NULL \
     WHERE due_at <= ?1 OR due_at > ?2 RETURNING company_id";

impl SqliteStore {
    pub(super) async fn when_something_is_due(&self) -> Result<Option<i64>, StoreError> {
        Ok(sqlx::query_scalar(NEXT_DUE).fetch_one(&self.reader).await?)
    }

    /// The keys that asked for what ends here were recorded when they did.
    pub(super) async fn settle_what_is_due(&self, now: i64) -> Result<(), StoreError> {
        use ResourceKind::{Instance, VmSnapshot as Snapshot, Volume};
        let too_far = now + LONGEST_CHANGE;
        if !sqlx::query_scalar(ANYTHING_DUE).bind(now).bind(too_far).fetch_one(&self.reader).await? {
            return Ok(());
        }
        let mut writing = self.begin_upkeep().await?;
        let db = writing.db();
        sqlx::query(DELETE_DISKS).bind(now).bind(too_far).execute(&mut *db).await?;
        let gone: Vec<Uuid> =
            sqlx::query_scalar(DELETE_INSTANCES).bind(now).bind(too_far).fetch_all(&mut *db).await?;
        let changed: Vec<Uuid> =
            sqlx::query_scalar(CHANGE_INSTANCES).bind(now).bind(too_far).fetch_all(&mut *db).await?;
        let snapshots = sqlx::query_scalar(FINISH_SNAPSHOTS).bind(now).bind(too_far).bind(VmSnapshot::READY);
        let taken: Vec<Uuid> = snapshots.fetch_all(&mut *db).await?;
        let ended: [(Vec<Uuid>, &[ResourceKind]); 3] =
            [(gone, &[Instance, Volume, Snapshot]), (changed, &[Instance]), (taken, &[Snapshot])];
        for (companies, kinds) in ended {
            for company in BTreeSet::from_iter(companies) {
                writing.tell_of_resources(company, kinds).await?;
            }
        }
        writing.commit().await
    }
}
