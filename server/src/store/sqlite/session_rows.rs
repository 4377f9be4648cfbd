//! Rows of sessions, and the statements that read and sign them.

use latchkey_contract::session::OwnSession;
use sqlx::{FromRow, SqliteConnection};
use uuid::Uuid;

use super::SqliteStore;
use super::accounts::UserRow;
use crate::clock::timestamp;
use crate::store::StoreError;
use crate::store::sessions::{ABSOLUTE, Factor, IDLE, SessionDigest, StoredSession};

#[derive(FromRow)]
pub(super) struct SessionRow {
    session_id: Uuid,
    pub(super) token_mac: Vec<u8>,
    #[sqlx(flatten)]
    user: UserRow,
    session_created_at: i64,
    last_seen_at: i64,
    stepped_up_at: i64,
    confirmed_with: Factor,
}

impl SessionRow {
    pub(super) fn user(&self) -> Uuid {
        self.user.id()
    }
}

impl From<SessionRow> for StoredSession {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.session_id,
            user: row.user.into(),
            created_at: row.session_created_at,
            last_seen_at: row.last_seen_at,
            stepped_up_at: row.stepped_up_at,
            confirmed_with: row.confirmed_with,
        }
    }
}

/// The living session of this id, whatever its token.
pub(super) async fn find_session(
    db: &mut SqliteConnection,
    id: Uuid,
    now: i64,
) -> Result<Option<SessionRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT a.id, a.email, a.password_hash, a.first_name, a.last_name, a.role_name, a.time_zone, \
                a.disabled_at, c.id AS company_id, c.name AS company_name, \
                s.id AS session_id, s.token_mac, s.created_at AS session_created_at, s.last_seen_at, \
                s.stepped_up_at, s.confirmed_with \
         FROM session s JOIN account a ON a.id = s.user_id LEFT JOIN company c ON c.id = a.company_id \
         WHERE s.id = ? AND s.last_seen_at > ? AND s.created_at > ? AND a.disabled_at IS NULL",
    )
    .bind(id)
    .bind(now - IDLE)
    .bind(now - ABSOLUTE)
    .fetch_optional(db)
    .await?)
}

#[derive(FromRow)]
struct OwnRow {
    id: Uuid,
    user_agent: String,
    address: String,
    created_at: i64,
    last_seen_at: i64,
}

/// The living sessions of an account, last seen first; `current` is the one that asks.
pub(super) async fn sessions_of(
    db: &mut SqliteConnection,
    user: Uuid,
    current: Uuid,
    now: i64,
) -> Result<Vec<OwnSession>, StoreError> {
    let rows: Vec<OwnRow> = sqlx::query_as(
        "SELECT id, user_agent, address, created_at, last_seen_at FROM session \
         WHERE user_id = ? AND last_seen_at > ? AND created_at > ? ORDER BY last_seen_at DESC, id DESC",
    )
    .bind(user)
    .bind(now - IDLE)
    .bind(now - ABSOLUTE)
    .fetch_all(db)
    .await?;
    let own = |row: OwnRow| OwnSession {
        id: row.id,
        is_current: row.id == current,
        user_agent: row.user_agent,
        address: row.address,
        signed_in_at: timestamp(row.created_at),
        last_seen_at: timestamp(row.last_seen_at),
    };
    Ok(rows.into_iter().map(own).collect())
}

impl SqliteStore {
    /// Names session and user too: a row that is given to another user, or made up, verifies no token.
    pub(super) fn token_mac(&self, session: Uuid, user: Uuid, token: SessionDigest) -> [u8; 32] {
        self.keys.sessions.mac(&[session.as_bytes(), user.as_bytes(), &token.0])
    }

    pub(super) fn has_token(&self, row: &SessionRow, session: Uuid, token: SessionDigest) -> bool {
        let user = row.user();
        self.keys.sessions.verify(&[session.as_bytes(), user.as_bytes(), &token.0], &row.token_mac)
    }
}
