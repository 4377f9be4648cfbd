use async_trait::async_trait;
use latchkey_contract::activity::Act;
use latchkey_contract::session::{OwnSession, SESSIONS_MAX};
use uuid::Uuid;

use super::SqliteStore;
use super::authorize::Authorize;
use super::session_rows::{find_session, sessions_of};
use super::writing::{Entry, Writing};
use crate::store::StoreError;
use crate::store::authority::{AuthorityError, PasswordAuthority, SessionAuthority, StepUpAuthority};
use crate::store::sessions::{
    ABSOLUTE, EndSessionError, Factor, IDLE, NewSession, Reauthenticated, SessionDigest, Sessions,
    StoredSession,
};

/// Characters of a `User-Agent` that are kept.
const USER_AGENT_MAX: usize = 256;

#[async_trait]
impl Sessions for SqliteStore {
    async fn begin_session(&self, new: NewSession<'_>) -> Result<StoredSession, AuthorityError> {
        let mut writing = self.begin(&new).await?;
        writing.make_room_for_a_session(new.user).await?;
        let mac = self.token_mac(new.id, new.user, new.token);
        let user_agent: String = new.user_agent.chars().take(USER_AGENT_MAX).collect();
        let now = writing.at();
        sqlx::query(
            "INSERT INTO session (id, token_mac, user_id, created_at, last_seen_at, stepped_up_at, confirmed_with, \
                                  user_agent, address) \
             VALUES (?1, ?2, ?3, ?4, ?4, ?4, ?5, ?6, ?7)",
        )
        .bind(new.id)
        .bind(&mac[..])
        .bind(new.user)
        .bind(now)
        .bind(Factor::Password)
        .bind(user_agent)
        .bind(new.address.to_string())
        .execute(writing.db())
        .await?;
        writing.record(Entry::new(Act::SignedIn, new.user)).await?;
        let begun = writing.session(new.id).await?;
        writing.commit().await?;
        Ok(begun)
    }

    async fn session(&self, id: Uuid, token: SessionDigest) -> Result<Option<StoredSession>, StoreError> {
        let row = find_session(&mut *self.reader.acquire().await?, id, self.clock.now()).await?;
        Ok(row.filter(|row| self.has_token(row, id, token)).map(Into::into))
    }

    async fn living_session(&self, by: &SessionAuthority) -> Result<Option<StoredSession>, StoreError> {
        let row = find_session(&mut *self.reader.acquire().await?, by.session, self.clock.now()).await?;
        Ok(row.filter(|row| row.user() == by.user).map(Into::into))
    }

    async fn own_sessions(&self, by: &SessionAuthority) -> Result<Vec<OwnSession>, AuthorityError> {
        let mut db = self.reader.begin().await?;
        let now = self.clock.now();
        by.authorize(&mut db, now).await?;
        Ok(sessions_of(&mut db, by.user, by.session, now).await?)
    }

    async fn touch_session(&self, by: &SessionAuthority) -> Result<(), AuthorityError> {
        let mut writing = self.begin(by).await?;
        let now = writing.at();
        sqlx::query("UPDATE session SET last_seen_at = ?, address = ? WHERE id = ?")
            .bind(now)
            .bind(by.address.to_string())
            .bind(by.session)
            .execute(writing.db())
            .await?;
        // Nobody is told of it: event streams need not wake.
        Ok(writing.commit_quietly().await?)
    }

    async fn step_up_session(&self, by: PasswordAuthority<'_>) -> Result<Reauthenticated, AuthorityError> {
        let mut writing = self.begin(&by).await?;
        let reauthenticated = writing.reauthenticate(by).await?;
        writing.commit().await?;
        Ok(reauthenticated)
    }

    async fn end_session(&self, by: &SessionAuthority) -> Result<(), AuthorityError> {
        let mut writing = self.begin(by).await?;
        writing.delete_session(by.user, by.session).await?;
        writing.record(Entry::new(Act::SignedOut, by.user)).await?;
        Ok(writing.commit().await?)
    }

    async fn end_own_session(&self, by: &StepUpAuthority, id: Uuid) -> Result<(), EndSessionError> {
        let mut writing = self.begin(by).await?;
        let SessionAuthority { session, user, .. } = by.0;
        if id == session || !writing.delete_session(user, id).await? {
            return Err(EndSessionError::NotFound);
        }
        writing.record(Entry::new(Act::SessionEnded, user)).await?;
        Ok(writing.commit().await?)
    }

    async fn end_other_sessions(&self, by: &StepUpAuthority) -> Result<(), AuthorityError> {
        let mut writing = self.begin(by).await?;
        let SessionAuthority { session, user, .. } = by.0;
        if writing.end_sessions_but(user, Some(session)).await? == 0 {
            return Ok(());
        }
        writing.record(Entry::new(Act::OtherSessionsEnded, user)).await?;
        Ok(writing.commit().await?)
    }

    async fn purge_sessions(&self) -> Result<(), StoreError> {
        let mut writing = self.begin_upkeep().await?;
        let now = writing.at();
        sqlx::query("DELETE FROM session WHERE last_seen_at <= ? OR created_at <= ?")
            .bind(now - IDLE)
            .bind(now - ABSOLUTE)
            .execute(writing.db())
            .await?;
        writing.commit_quietly().await
    }
}

impl Writing<'_> {
    /// Gives the session its new token, unless another re-authentication was first, and notes the step-up.
    pub(super) async fn reauthenticate(
        &mut self,
        by: PasswordAuthority<'_>,
    ) -> Result<Reauthenticated, AuthorityError> {
        let SessionAuthority { session, user, address } = by.session;
        let present = self.store.token_mac(session, user, by.present);
        let next = self.store.token_mac(session, user, by.next);
        let swapped = sqlx::query("UPDATE session SET token_mac = ? WHERE id = ? AND token_mac = ?")
            .bind(&next[..])
            .bind(session)
            .bind(&present[..])
            .execute(self.db())
            .await?;
        let now = self.at();
        sqlx::query(
            "UPDATE session SET stepped_up_at = ?1, last_seen_at = ?1, confirmed_with = ?2, address = ?3 WHERE id = ?4",
        )
        .bind(now)
        .bind(Factor::Password)
        .bind(address.to_string())
        .bind(session)
        .execute(self.db())
        .await?;
        Ok(Reauthenticated {
            session: self.session(session).await?,
            has_new_token: swapped.rows_affected() > 0,
        })
    }

    async fn session(&mut self, id: Uuid) -> Result<StoredSession, StoreError> {
        let now = self.at();
        let row = find_session(self.db(), id, now).await?;
        Ok(row.ok_or(sqlx::Error::RowNotFound)?.into())
    }

    async fn make_room_for_a_session(&mut self, user: Uuid) -> Result<(), StoreError> {
        // Expired sessions take no room; the purge removes them.
        let now = self.at();
        let ended = sqlx::query(
            "DELETE FROM session WHERE user_id = ?1 AND id NOT IN \
                 (SELECT id FROM session WHERE user_id = ?1 AND last_seen_at > ?2 AND created_at > ?3 \
                  ORDER BY created_at DESC, id DESC LIMIT ?4) \
             AND last_seen_at > ?2 AND created_at > ?3",
        )
        .bind(user)
        .bind(now - IDLE)
        .bind(now - ABSOLUTE)
        .bind(SESSIONS_MAX - 1)
        .execute(self.db())
        .await?;
        for _ in 0..ended.rows_affected() {
            self.record(Entry::new(Act::SessionEnded, user)).await?;
        }
        Ok(())
    }

    /// Tells whether there was such a session of this account.
    async fn delete_session(&mut self, user: Uuid, id: Uuid) -> Result<bool, StoreError> {
        let ended = sqlx::query("DELETE FROM session WHERE id = ? AND user_id = ?")
            .bind(id)
            .bind(user)
            .execute(self.db())
            .await?;
        Ok(ended.rows_affected() > 0)
    }

    /// The number of sessions that have ended.
    pub(super) async fn end_sessions_but(
        &mut self,
        user: Uuid,
        keep: Option<Uuid>,
    ) -> Result<u64, StoreError> {
        let ended = sqlx::query("DELETE FROM session WHERE user_id = ?1 AND (?2 IS NULL OR id <> ?2)")
            .bind(user)
            .bind(keep)
            .execute(self.db())
            .await?;
        Ok(ended.rows_affected())
    }
}
