use std::collections::HashMap;

use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use latchkey_contract::resource::LastChange;
use sqlx::{FromRow, QueryBuilder, Sqlite};
use uuid::Uuid;

use super::words::read_word;
use super::{SqliteStore, chain};
use crate::clock::timestamp;
use crate::store::audit::{AuditLog, AuditMark};
use crate::store::{PageRequest, StoreError};

#[derive(FromRow)]
struct ActivityRow {
    id: Uuid,
    at: i64,
    act: String,
    actor_name: String,
    api_key: Option<String>,
    resource_name: Option<String>,
    reason: Option<String>,
}

#[derive(FromRow)]
struct ChangeRow {
    resource_id: Uuid,
    at: i64,
    act: String,
    actor_name: String,
    api_key: Option<String>,
}

impl TryFrom<ChangeRow> for LastChange {
    type Error = StoreError;

    fn try_from(row: ChangeRow) -> Result<Self, StoreError> {
        Ok(Self {
            act: read_word(&row.act)?,
            api_key: row.api_key.unwrap_or_default(),
            owner: row.actor_name,
            at: timestamp(row.at),
        })
    }
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
            resource: row.resource_name,
            reason: row.reason,
        })
    }
}

#[async_trait]
impl AuditLog for SqliteStore {
    async fn activity(&self, user: Uuid, page: PageRequest) -> Result<Page<Activity>, StoreError> {
        let rows: Vec<ActivityRow> = sqlx::query_as(
            "SELECT * FROM (SELECT id, at, act, actor_name, api_key, resource_name, reason FROM audit_entry \
                            WHERE subject_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3) \
             UNION \
             SELECT * FROM (SELECT id, at, act, actor_name, api_key, resource_name, reason FROM audit_entry \
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

    async fn last_changes(&self, resources: &[Uuid]) -> Result<HashMap<Uuid, LastChange>, StoreError> {
        let mut sql = QueryBuilder::<Sqlite>::new(
            "SELECT resource_id, at, act, actor_name, api_key FROM audit_entry \
             WHERE seq IN (SELECT MAX(seq) FROM audit_entry WHERE resource_id IN (",
        );
        let mut ids = sql.separated(", ");
        for id in resources {
            ids.push_bind(*id);
        }
        sql.push(") GROUP BY resource_id)");
        let rows: Vec<ChangeRow> = sql.build_query_as().fetch_all(&self.reader).await?;
        rows.into_iter().map(|row| Ok((row.resource_id, row.try_into()?))).collect()
    }

    async fn audit_mark(&self) -> Result<AuditMark, StoreError> {
        let sql = "SELECT COUNT(*), (SELECT mac FROM audit_entry ORDER BY seq DESC LIMIT 1) FROM audit_entry";
        let (entries, mac): (u64, Option<Vec<u8>>) = sqlx::query_as(sql).fetch_one(&self.reader).await?;
        chain::mark(entries, mac)
    }

    async fn first_broken_audit_entry(&self) -> Result<Option<Uuid>, StoreError> {
        self.first_broken_link().await
    }
}
