//! The store on SQLite: one file, one writer, many readers (WAL). Ids are 16-byte blobs, instants milliseconds.

mod access;
mod access_rows;
mod access_writing;
mod accounts;
mod api_calls;
mod audit;
mod audit_file;
mod authorize;
mod chain;
mod connect;
mod credential_rows;
mod credential_writing;
mod credentials;
mod ended_pairs;
mod events;
mod health;
mod idempotency;
mod inventory;
mod pools;
mod profile;
#[cfg(test)]
mod recovery_tests;
mod session_rows;
mod sessions;
mod upgrade;
mod words;
mod writing;

use std::sync::{Arc, Mutex};

use sqlx::SqlitePool;
use tokio::sync::watch;
use uuid::{ContextV7, Timestamp, Uuid};

use self::health::WriteHealth;
use super::access::{ChangeAccessError, DecideError, RequestAccessError, WithdrawError};
use super::accounts::{ChangeProfileError, CreateUserError};
use super::authority::AuthorityError;
use super::credentials::CredentialError;
use super::error::StoreError;
use super::inventory::InventoryError;
use crate::clock::Clock;
use crate::secrets::StoreKeys;

pub use audit_file::AuditFile;
pub use connect::holds_records;

/// A database file that is open.
pub struct SqliteStore {
    /// One connection: acts queue here instead of failing on the database's lock.
    writer: SqlitePool,
    reader: SqlitePool,
    clock: Arc<dyn Clock>,
    keys: StoreKeys,
    ids: Mutex<ContextV7>,
    committed: watch::Sender<u64>,
    health: Arc<WriteHealth>,
}

impl SqliteStore {
    /// A new id for something that came to be at `at`; later ones are greater.
    fn new_id(&self, at: i64) -> Uuid {
        let at = u64::try_from(at).unwrap_or(0);
        // Less than a second in nanoseconds always fits.
        let nanos = (at % 1000) as u32 * 1_000_000;
        Uuid::new_v7(Timestamp::from_unix(&self.ids, at / 1000, nanos))
    }
}

macro_rules! database_failures {
    ($($error:ty),*) => {
        $(impl From<sqlx::Error> for $error {
            fn from(error: sqlx::Error) -> Self {
                Self::Store(StoreError::Database(error))
            }
        })*
    };
}

database_failures!(
    AuthorityError,
    ChangeAccessError,
    ChangeProfileError,
    CreateUserError,
    CredentialError,
    DecideError,
    InventoryError,
    RequestAccessError,
    WithdrawError
);
