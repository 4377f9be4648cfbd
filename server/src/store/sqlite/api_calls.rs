use std::collections::HashMap;

use async_trait::async_trait;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::usage::CallCounts;
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use crate::store::StoreError;
use crate::store::api_calls::{ApiCall, ApiCalls};
use crate::store::events::Audience;

/// Rows of one statement: far below SQLite's limit of 32,766 parameters.
const ROWS: usize = 500;
/// Rows that are removed at once: acts wait only as long as that takes.
const PURGED_AT_ONCE: u32 = 10_000;

#[derive(FromRow)]
struct CountsRow {
    credential_id: Uuid,
    success: i64,
    client_error: i64,
    server_error: i64,
}

impl From<CountsRow> for (Uuid, CallCounts) {
    fn from(row: CountsRow) -> Self {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        let counts = CallCounts {
            success: count(row.success),
            client_error: count(row.client_error),
            server_error: count(row.server_error),
        };
        (row.credential_id, counts)
    }
}

#[async_trait]
impl ApiCalls for SqliteStore {
    async fn record_calls(&self, calls: &[ApiCall], now: i64) -> Result<(), StoreError> {
        // Not an act of anybody's, and owners are told of it less often: event streams need not wake.
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        for rows in calls.chunks(ROWS) {
            insert(&mut tx, rows).await?;
        }
        for newest in newest_of_each_key(calls, now) {
            keep_last_use(&mut tx, newest, now).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn call_counts(&self, owner: Uuid, since: i64) -> Result<Vec<(Uuid, CallCounts)>, StoreError> {
        let rows: Vec<CountsRow> = sqlx::query_as(
            "SELECT c.credential_id, \
                    SUM(CASE WHEN c.status < 400 THEN c.times ELSE 0 END) AS success, \
                    SUM(CASE WHEN c.status BETWEEN 400 AND 499 THEN c.times ELSE 0 END) AS client_error, \
                    SUM(CASE WHEN c.status >= 500 THEN c.times ELSE 0 END) AS server_error \
             FROM credential k JOIN api_call c ON c.credential_id = k.id \
             WHERE k.user_id = ? AND c.at >= ? GROUP BY c.credential_id",
        )
        .bind(owner)
        .bind(since)
        .fetch_all(&self.reader)
        .await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    async fn tell_of_use(&self, keys: &[(Uuid, i64)]) -> Result<(), StoreError> {
        let mut writing = self.begin_upkeep().await?;
        for (credential, _) in keys {
            let owner: Option<Uuid> = sqlx::query_scalar("SELECT user_id FROM credential WHERE id = ?")
                .bind(credential)
                .fetch_optional(writing.db())
                .await?;
            if let Some(owner) = owner {
                writing.tell(Audience::User(owner), &LiveEvent::KeyUsed).await?;
            }
        }
        writing.commit().await
    }

    async fn purge_calls(&self, before: i64) -> Result<(), StoreError> {
        let sql = "DELETE FROM api_call WHERE id IN (SELECT id FROM api_call WHERE at < ? LIMIT ?)";
        loop {
            let gone = sqlx::query(sql).bind(before).bind(PURGED_AT_ONCE).execute(&self.writer).await?;
            if gone.rows_affected() < u64::from(PURGED_AT_ONCE) {
                return Ok(());
            }
        }
    }
}

async fn insert(db: &mut SqliteConnection, calls: &[ApiCall]) -> Result<(), StoreError> {
    let mut sql = QueryBuilder::<Sqlite>::new(
        "INSERT INTO api_call (credential_id, at, method, route, status, duration_ms, address, times) ",
    );
    sql.push_values(calls, |mut row, call| {
        row.push_bind(call.credential_id)
            .push_bind(call.at)
            .push_bind(call.method)
            .push_bind(call.route.as_str())
            .push_bind(call.status)
            .push_bind(call.duration_ms)
            .push_bind(call.address.to_string())
            .push_bind(call.times);
    });
    // Nearly every batch has a length of its own: keeping its statement would push others out.
    sql.build().persistent(false).execute(db).await?;
    Ok(())
}

fn newest_of_each_key(calls: &[ApiCall], now: i64) -> impl Iterator<Item = &ApiCall> {
    let age = |call: &ApiCall| (call.at <= now, call.at);
    let mut newest: HashMap<Uuid, &ApiCall> = HashMap::new();
    for call in calls {
        let known = newest.entry(call.credential_id).or_insert(call);
        if age(call) >= age(known) {
            *known = call;
        }
    }
    newest.into_values()
}

async fn keep_last_use(db: &mut SqliteConnection, call: &ApiCall, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO credential_use (credential_id, at, method, route, address) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (credential_id) DO UPDATE SET at = excluded.at, method = excluded.method, \
             route = excluded.route, address = excluded.address \
         WHERE excluded.at >= at OR at > ?",
    )
    .bind(call.credential_id)
    .bind(call.at)
    .bind(call.method)
    .bind(&call.route)
    .bind(call.address.to_string())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}
