use async_trait::async_trait;
use latchkey_contract::activity::Act;
use sqlx::FromRow;
use uuid::Uuid;

use super::SqliteStore;
use super::accounts::UserRow;
use super::writing::Entry;
use crate::store::StoreError;
use crate::store::audit::Actor;
use crate::store::sessions::{
    Confirmation, ConfirmedError, SessionDigest, SessionLimits, Sessions, StoredSession,
};

#[derive(FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    user: UserRow,
    session_created_at: i64,
    last_seen_at: i64,
    stepped_up_at: i64,
}

#[async_trait]
impl Sessions for SqliteStore {
    async fn begin_session(
        &self,
        digest: SessionDigest,
        user: Uuid,
        password_hash: &str,
        now: i64,
        by: &Actor,
    ) -> Result<(), ConfirmedError> {
        let mut writing = self.begin().await?;
        let begun = sqlx::query(
            "INSERT INTO session (digest, user_id, created_at, last_seen_at, stepped_up_at) \
             SELECT ?1, id, ?2, ?2, ?2 FROM account WHERE id = ?3 AND password_hash = ?4 AND disabled_at IS NULL",
        )
        .bind(&digest.0[..])
        .bind(now)
        .bind(user)
        .bind(password_hash)
        .execute(writing.db())
        .await?;
        if begun.rows_affected() == 0 {
            return Err(ConfirmedError::Overtaken);
        }
        writing.record(Entry::new(Act::SignedIn, user, by)).await?;
        Ok(writing.commit().await?)
    }

    async fn session(
        &self,
        digest: SessionDigest,
        now: i64,
        limits: SessionLimits,
    ) -> Result<Option<StoredSession>, StoreError> {
        let row: Option<SessionRow> = sqlx::query_as(
            "SELECT a.id, a.email, a.password_hash, a.first_name, a.last_name, a.role_name, a.time_zone, \
                    a.disabled_at, c.id AS company_id, c.name AS company_name, \
                    s.created_at AS session_created_at, s.last_seen_at, s.stepped_up_at \
             FROM session s JOIN account a ON a.id = s.user_id LEFT JOIN company c ON c.id = a.company_id \
             WHERE s.digest = ? AND s.last_seen_at > ? AND s.created_at > ? AND a.disabled_at IS NULL",
        )
        .bind(&digest.0[..])
        .bind(now - limits.idle)
        .bind(now - limits.absolute)
        .fetch_optional(&self.reader)
        .await?;
        Ok(row.map(|row| StoredSession {
            digest,
            user: row.user.into(),
            created_at: row.session_created_at,
            last_seen_at: row.last_seen_at,
            stepped_up_at: row.stepped_up_at,
        }))
    }

    async fn touch_session(&self, digest: SessionDigest, now: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET last_seen_at = MAX(last_seen_at, ?) WHERE digest = ?")
            .bind(now)
            .bind(&digest.0[..])
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn step_up_session(&self, confirmation: Confirmation<'_>, now: i64) -> Result<(), ConfirmedError> {
        let stepped_up = sqlx::query(
            "UPDATE session SET stepped_up_at = ?1, last_seen_at = MAX(last_seen_at, ?1) \
             WHERE digest = ?2 AND user_id IN (SELECT id FROM account WHERE password_hash = ?3 AND disabled_at IS NULL)",
        )
        .bind(now)
        .bind(&confirmation.session.0[..])
        .bind(confirmation.password_hash)
        .execute(&self.writer)
        .await?;
        if stepped_up.rows_affected() == 0 { Err(ConfirmedError::Overtaken) } else { Ok(()) }
    }

    async fn end_session(&self, digest: SessionDigest, by: &Actor) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let user: Option<Uuid> = sqlx::query_scalar("DELETE FROM session WHERE digest = ? RETURNING user_id")
            .bind(&digest.0[..])
            .fetch_optional(writing.db())
            .await?;
        let Some(user) = user else { return Ok(()) };
        writing.record(Entry::new(Act::SignedOut, user, by)).await?;
        writing.commit().await
    }

    async fn purge_sessions(&self, now: i64, limits: SessionLimits) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE last_seen_at <= ? OR created_at <= ?")
            .bind(now - limits.idle)
            .bind(now - limits.absolute)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}
