use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use sqlx::FromRow;
use uuid::Uuid;

use super::SqliteStore;
use super::words::read_word;
use crate::clock::timestamp;
use crate::store::audit::AuditLog;
use crate::store::{PageRequest, StoreError};

#[derive(FromRow)]
struct ActivityRow {
    id: Uuid,
    at: i64,
    act: String,
    actor_name: String,
    api_key: Option<String>,
    reason: Option<String>,
}

impl TryFrom<ActivityRow> for Activity {
    type Error = StoreError;

    fn try_from(row: ActivityRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            at: timestamp(row.at),
            act: read_word(&row.act)?,
            actor: row.actor_name,
            api_key: row.api_key,
            reason: row.reason,
        })
    }
}

#[async_trait]
impl AuditLog for SqliteStore {
    async fn activity(&self, user: Uuid, page: PageRequest) -> Result<Page<Activity>, StoreError> {
        let rows: Vec<ActivityRow> = sqlx::query_as(
            "SELECT * FROM (SELECT id, at, act, actor_name, api_key, reason FROM audit_entry \
                            WHERE subject_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3) \
             UNION \
             SELECT * FROM (SELECT id, at, act, actor_name, api_key, reason FROM audit_entry \
                            WHERE actor_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3) \
             ORDER BY id DESC LIMIT ?3",
        )
        .bind(user)
        .bind(page.before())
        .bind(page.one_more())
        .fetch_all(&self.reader)
        .await?;
        page.page_of(rows, |row| row.id)
    }

    async fn first_broken_audit_entry(&self) -> Result<Option<Uuid>, StoreError> {
        self.first_broken_link().await
    }
}
