use std::net::IpAddr;

use async_trait::async_trait;
use latchkey_contract::session::OwnSession;
use uuid::Uuid;

use super::StoreError;
use super::accounts::User;
use super::authority::{AuthorityError, PasswordAuthority, SessionAuthority, StepUpAuthority};
use crate::clock::{DAY, HOUR, MINUTE};

/// Milliseconds after which a session ends that nobody uses.
pub const IDLE: i64 = 8 * HOUR;
/// Milliseconds after which every session ends.
pub const ABSOLUTE: i64 = 7 * DAY;
/// Milliseconds for which a confirmed factor counts.
pub const STEP_UP: i64 = 10 * MINUTE;

/// SHA-256 of a session token. The token is in the browser's cookie only, and the database holds an HMAC of this digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionDigest(pub [u8; 32]);

/// Something by which a user proves who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Factor {
    Password,
}

/// A session that has neither ended nor expired. Instants are UTC milliseconds.
#[derive(Clone)]
pub struct StoredSession {
    pub id: Uuid,
    pub user: User,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub stepped_up_at: i64,
    /// The factor that the last step-up was done with.
    pub confirmed_with: Factor,
}

impl StoredSession {
    /// Tells whether a step-up counts at `now`. One of the future counts for nothing: somebody set the clock back.
    pub fn is_stepped_up(&self, now: i64) -> bool {
        is_stepped_up(self.stepped_up_at, now)
    }

    /// When it ends if nobody uses it any more, UTC milliseconds.
    pub fn expires_at(&self) -> i64 {
        (self.last_seen_at + IDLE).min(self.created_at + ABSOLUTE)
    }
}

/// Clocks of several servers on one database may differ by as much.
const SKEW: i64 = MINUTE;

pub(crate) fn is_stepped_up(stepped_up_at: i64, now: i64) -> bool {
    (-SKEW..STEP_UP).contains(&(now - stepped_up_at))
}

/// A session to begin, for a password that was found right.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    pub id: Uuid,
    pub token: SessionDigest,
    pub user: Uuid,
    /// The hash that the password was checked against.
    pub password_hash: &'a str,
    pub address: IpAddr,
    /// The browser's `User-Agent`; what is beyond 256 characters is cut off.
    pub user_agent: &'a str,
}

/// A session after a re-authentication.
pub struct Reauthenticated {
    pub session: StoredSession,
    /// False if another re-authentication was first: then its token counts.
    pub has_new_token: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum EndSessionError {
    /// The account has no such session, or it has ended.
    #[error("no such session")]
    NotFound,
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[async_trait]
pub trait Sessions {
    /// Begins a session, stepped up from the start since the password was just given. The account's oldest ends if it
    /// has [`latchkey_contract::session::SESSIONS_MAX`] already.
    ///
    /// # Errors
    /// [`AuthorityError::PasswordChanged`] if the hash is not the account's any more or the account is disabled.
    async fn begin_session(&self, new: NewSession<'_>) -> Result<StoredSession, AuthorityError>;
    /// The session with this id and token, if it is alive and its account is not disabled.
    async fn session(&self, id: Uuid, token: SessionDigest) -> Result<Option<StoredSession>, StoreError>;
    /// The session that an authority stands for, if it is alive.
    async fn living_session(&self, by: &SessionAuthority) -> Result<Option<StoredSession>, StoreError>;
    /// The account's living sessions, last seen first.
    async fn own_sessions(&self, by: &SessionAuthority) -> Result<Vec<OwnSession>, AuthorityError>;
    /// Notes that the session was used, which postpones its idle end, and the address that it was used from.
    async fn touch_session(&self, by: &SessionAuthority) -> Result<(), AuthorityError>;
    /// Notes that the password was given.
    async fn step_up_session(&self, by: PasswordAuthority<'_>) -> Result<Reauthenticated, AuthorityError>;
    /// Signs out.
    async fn end_session(&self, by: &SessionAuthority) -> Result<(), AuthorityError>;
    /// Ends another session of the same account.
    async fn end_own_session(&self, by: &StepUpAuthority, id: Uuid) -> Result<(), EndSessionError>;
    /// Ends all sessions of the account but the acting one.
    async fn end_other_sessions(&self, by: &StepUpAuthority) -> Result<(), AuthorityError>;
    /// Removes sessions that have expired.
    async fn purge_sessions(&self) -> Result<(), StoreError>;
}
