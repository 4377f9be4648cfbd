use async_trait::async_trait;
use sqlx::{FromRow, SqliteConnection};

use super::SqliteStore;
use crate::store::StoreError;
use crate::store::idempotency::{Begin, IN_FLIGHT_AT_MOST, Idempotency, REMEMBERED, RequestKey};

#[derive(FromRow)]
struct Remembered {
    body_digest: Vec<u8>,
    begun_at: i64,
    status: Option<u16>,
    body: Option<String>,
}

impl Remembered {
    /// Tells whether it still counts: answers for a day, unfinished work for as long as it can be under way. What lies as far
    /// ahead was begun before the clock was set back.
    fn counts_at(&self, now: i64) -> bool {
        let lasts = if self.status.is_some() { REMEMBERED } else { IN_FLIGHT_AT_MOST };
        i128::from(now.abs_diff(self.begun_at)) < i128::from(lasts)
    }

    fn verdict(self, body_digest: &[u8; 32]) -> Begin {
        if self.body_digest != body_digest {
            return Begin::OtherBody;
        }
        match self.status {
            Some(status) => Begin::Replay { status, body: self.body.unwrap_or_default() },
            None => Begin::InFlight,
        }
    }
}

#[async_trait]
impl Idempotency for SqliteStore {
    async fn begin_request(
        &self,
        request: RequestKey<'_>,
        body_digest: [u8; 32],
        now: i64,
    ) -> Result<Begin, StoreError> {
        let mut writing = self.begin_upkeep().await?;
        if let Some(remembered) = find(writing.db(), request).await?.filter(|found| found.counts_at(now)) {
            return Ok(remembered.verdict(&body_digest));
        }
        sqlx::query(
            "INSERT OR REPLACE INTO idempotency (principal, route, key, body_digest, begun_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(request.principal)
        .bind(request.route)
        .bind(request.key)
        .bind(&body_digest[..])
        .bind(now)
        .execute(writing.db())
        .await?;
        writing.commit().await?;
        Ok(Begin::Fresh)
    }

    async fn finish_request(
        &self,
        request: RequestKey<'_>,
        status: u16,
        body: &str,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE idempotency SET status = ?, body = ? \
             WHERE principal = ? AND route = ? AND key = ? AND status IS NULL",
        )
        .bind(status)
        .bind(body)
        .bind(request.principal)
        .bind(request.route)
        .bind(request.key)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn abandon_request(&self, request: RequestKey<'_>) -> Result<(), StoreError> {
        sqlx::query(
            "DELETE FROM idempotency WHERE principal = ? AND route = ? AND key = ? AND status IS NULL",
        )
        .bind(request.principal)
        .bind(request.route)
        .bind(request.key)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn purge_requests(&self, now: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM idempotency WHERE begun_at <= ? OR begun_at >= ?")
            .bind(now - REMEMBERED)
            .bind(now + REMEMBERED)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

async fn find(db: &mut SqliteConnection, request: RequestKey<'_>) -> Result<Option<Remembered>, StoreError> {
    let sql = "SELECT body_digest, begun_at, status, body FROM idempotency \
               WHERE principal = ? AND route = ? AND key = ?";
    Ok(sqlx::query_as(sql)
        .bind(request.principal)
        .bind(request.route)
        .bind(request.key)
        .fetch_optional(db)
        .await?)
}
