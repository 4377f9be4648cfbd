use std::path::{Path, PathBuf};

use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::chain;
use super::connect::{options, schema_version};
use crate::secrets::{AuditKey, SealingKeyId};
use crate::store::StoreError;
use crate::store::audit::{AuditCheck, AuditMark};

/// The version of the schema that gave entries of the audit log their last column.
const OLDEST_SCHEMA: i64 = 9;
const SQLITE_CANTOPEN: i32 = 14;

/// The audit log of a database that is read and never written: that of a running server, or a backup.
pub struct AuditFile {
    db: SqliteConnection,
    key: AuditKey,
}

impl AuditFile {
    /// Opens the audit log of the database at `path`. Makes no file and changes none.
    ///
    /// # Errors
    /// [`StoreError::OlderSchema`] and [`StoreError::NewerSchema`] for the database of a version that kept it otherwise.
    pub async fn open(path: &Path, key: AuditKey) -> Result<Self, StoreError> {
        let is_written = log_of(path).exists();
        // SQLite reads a database in WAL mode only where it can make files beside it, unless nobody writes to it.
        let options = options(path).read_only(true).immutable(!is_written);
        let mut db = options.connect().await?;
        let schema = schema_version(&mut db).await.map_err(|error| match error {
            StoreError::Database(error) if is_written && cannot_open(&error) => {
                StoreError::UnreadableLog(log_of(path))
            }
            error => error,
        })?;
        match schema {
            Some(OLDEST_SCHEMA..) => Ok(Self { db, key }),
            _ => Err(StoreError::OlderSchema),
        }
    }

    /// The sealing key that the newest entry was made under.
    pub async fn sealing_key(&mut self) -> Result<Option<SealingKeyId>, StoreError> {
        let id: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT sealing_key FROM audit_head").fetch_optional(&mut self.db).await?;
        id.map(|id| id.try_into().map(SealingKeyId))
            .transpose()
            .map_err(|id| StoreError::Corrupt(format!("{id:?} names no sealing key")))
    }

    /// Checks the chain of entries from the first on, and that none is missing of those that there were at `expected`.
    pub async fn check(&mut self, expected: Option<&AuditMark>) -> Result<AuditCheck, StoreError> {
        chain::check(&mut *self.db.begin().await?, &self.key, expected).await
    }

    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}

/// The write-ahead log of a database, which is there while somebody has it open.
fn log_of(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push("-wal");
    path.into()
}

fn cannot_open(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<i32>().ok());
    code.is_some_and(|code| code & 0xff == SQLITE_CANTOPEN)
}
