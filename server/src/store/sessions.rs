use async_trait::async_trait;
use uuid::Uuid;

use super::StoreError;
use super::accounts::User;
use super::audit::Actor;

/// SHA-256 of a session token. The token itself is only in the browser's cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionDigest(pub [u8; 32]);

/// A session that has neither ended nor expired. Instants are UTC milliseconds.
#[derive(Clone)]
pub struct StoredSession {
    pub digest: SessionDigest,
    pub user: User,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub stepped_up_at: i64,
}

/// The session in which a password was found right, and the hash that it was checked against.
#[derive(Clone, Copy)]
pub struct Confirmation<'a> {
    pub session: SessionDigest,
    pub password_hash: &'a str,
}

/// Why nothing came of a password that was right when it was checked. Checking takes a while.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmedError {
    #[error(
        "the password, the account or the session is no longer what it was when the password was checked"
    )]
    Overtaken,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How long sessions last, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    pub idle: i64,
    pub absolute: i64,
}

impl SessionLimits {
    pub const STANDARD: Self = Self { idle: 8 * 60 * 60 * 1000, absolute: 7 * 24 * 60 * 60 * 1000 };
}

#[async_trait]
pub trait Sessions {
    /// Begins a session, stepped up from the start since the password was just given, if `password_hash` is still the
    /// account's and the account is not disabled.
    async fn begin_session(
        &self,
        digest: SessionDigest,
        user: Uuid,
        password_hash: &str,
        now: i64,
        by: &Actor,
    ) -> Result<(), ConfirmedError>;
    /// The session, if it is still alive at `now` and its account is not disabled.
    async fn session(
        &self,
        digest: SessionDigest,
        now: i64,
        limits: SessionLimits,
    ) -> Result<Option<StoredSession>, StoreError>;
    /// Notes that the session was used, which postpones its idle end.
    async fn touch_session(&self, digest: SessionDigest, now: i64) -> Result<(), StoreError>;
    /// Notes that the password was given, if the `confirmation` still holds.
    async fn step_up_session(&self, confirmation: Confirmation<'_>, now: i64) -> Result<(), ConfirmedError>;
    async fn end_session(&self, digest: SessionDigest, by: &Actor) -> Result<(), StoreError>;
    /// Removes sessions that have expired.
    async fn purge_sessions(&self, now: i64, limits: SessionLimits) -> Result<(), StoreError>;
}
