use async_trait::async_trait;
use latchkey_contract::event::LiveEvent;
use sqlx::SqliteConnection;
use tokio::sync::watch;
use uuid::Uuid;

use super::SqliteStore;
use crate::store::StoreError;
use crate::store::events::{Audience, Events, Replay, StoredEvent};

/// Events kept at most, however young they are.
const KEPT: i64 = 100_000;
/// Events repeated at most: beyond that, reading everything again is less work for both sides.
const REPEATED: usize = 1000;

#[async_trait]
impl Events for SqliteStore {
    fn committed(&self) -> watch::Receiver<u64> {
        self.committed.subscribe()
    }

    async fn newest_event(&self) -> Result<i64, StoreError> {
        newest(&mut *self.reader.acquire().await?).await
    }

    async fn events_after(&self, position: i64, audiences: &[Audience]) -> Result<Replay, StoreError> {
        // One snapshot, or an event committed in between could be missed.
        let mut db = self.reader.begin().await?;
        let newest = newest(&mut db).await?;
        let oldest: Option<i64> = sqlx::query_scalar("SELECT MIN(id) FROM event").fetch_one(&mut *db).await?;
        let first_position = oldest.map_or(newest, |oldest| oldest - 1);
        if !(first_position..=newest).contains(&position) {
            return Ok(Replay::TooOld);
        }
        let mut events = Vec::new();
        for audience in audiences {
            events.extend(events_for(&mut db, position, *audience).await?);
        }
        if events.len() > REPEATED {
            return Ok(Replay::TooOld);
        }
        events.sort_by_key(|event| event.id);
        Ok(Replay::Events(events))
    }

    async fn purge_events(&self, before: i64) -> Result<(), StoreError> {
        sqlx::query(
            "DELETE FROM event WHERE at < ? OR id <= (SELECT seq FROM sqlite_sequence WHERE name = 'event') - ?",
        )
        .bind(before)
        .bind(KEPT)
        .execute(&self.writer)
        .await?;
        Ok(())
    }
}

/// What SQLite counts on for the ids, which survives the events.
async fn newest(db: &mut SqliteConnection) -> Result<i64, StoreError> {
    let seq: Option<i64> =
        sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetch_optional(db).await?;
    Ok(seq.unwrap_or(0))
}

async fn events_for(
    db: &mut SqliteConnection,
    position: i64,
    audience: Audience,
) -> Result<Vec<StoredEvent>, StoreError> {
    let (user, company) = ids(audience);
    let sql =
        "SELECT id, body FROM event WHERE user_id IS ? AND company_id IS ? AND id > ? ORDER BY id LIMIT ?";
    let rows: Vec<(i64, String)> = sqlx::query_as(sql)
        .bind(user)
        .bind(company)
        .bind(position)
        .bind(REPEATED as i64 + 1)
        .fetch_all(db)
        .await?;
    rows.into_iter().map(|(id, body)| Ok(StoredEvent { id, event: read(&body)? })).collect()
}

/// The user and the company of an event for this audience.
pub(super) fn ids(audience: Audience) -> (Option<Uuid>, Option<Uuid>) {
    match audience {
        Audience::User(id) => (Some(id), None),
        Audience::Company(id) => (None, Some(id)),
        Audience::Administrators => (None, None),
    }
}

fn read(body: &str) -> Result<LiveEvent, StoreError> {
    serde_json::from_str(body).map_err(|error| StoreError::Corrupt(error.to_string()))
}
