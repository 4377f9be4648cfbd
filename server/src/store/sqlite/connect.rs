use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use tokio::sync::watch;
use uuid::ContextV7;

use super::health::WriteHealth;
use super::pools::pool_options;
use super::{SqliteStore, upgrade};
use crate::clock::Clock;
use crate::secrets::SealingKey;
use crate::store::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// How long a process waits while another one writes.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
const READERS: u32 = 4;

impl SqliteStore {
    /// Opens the database at `path`, which is made with mode 0600 if there is none, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`] if a newer version of Latchkey has written to it, and [`StoreError::Seal`] if its
    /// secrets were sealed with another key and need an upgrade.
    pub async fn open(
        path: &Path,
        sealing_key: &SealingKey,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, StoreError> {
        make_private_file(path)?;
        // Two first starts at once would both make the tables, and both switch the file to WAL.
        let alone = StartLock::take(path).await?;
        let options = options(path);
        let writer = pool_options()
            .max_connections(1)
            .connect_with(
                options
                    .clone()
                    .journal_mode(SqliteJournalMode::Wal)
                    // A revoked key must stay revoked after a power failure.
                    .synchronous(SqliteSynchronous::Full)
                    .pragma("secure_delete", "ON"),
            )
            .await?;
        migrate(&writer, sealing_key).await?;
        drop(alone);
        let reader =
            pool_options().max_connections(READERS).connect_with(options.pragma("query_only", "ON")).await?;
        let (committed, _) = watch::channel(0);
        let ids = Mutex::new(ContextV7::new());
        let health = Arc::new(WriteHealth::default());
        Ok(Self { writer, reader, clock, keys: sealing_key.store_keys(), ids, committed, health })
    }

    /// Waits for what is under way and closes the file; the write-ahead log is written back.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

/// Whether the database at `path` holds anything that a sealing key is needed for: sealed secrets or audit entries.
pub async fn holds_records(path: &Path) -> Result<bool, StoreError> {
    if !path.exists() {
        return Ok(false);
    }
    let mut db = options(path).connect().await?;
    let mut found = false;
    for (table, any) in [
        ("secret", "SELECT EXISTS (SELECT 1 FROM secret)"),
        ("audit_entry", "SELECT EXISTS (SELECT 1 FROM audit_entry)"),
    ] {
        if table_exists(&mut db, table).await? {
            let exists: bool = sqlx::query_scalar(any).fetch_one(&mut db).await?;
            found |= exists;
        }
    }
    db.close().await?;
    Ok(found)
}

pub(super) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .disable_statement_logging()
}

/// In one transaction that holds the write lock: of two processes that start at once, the second finds the work done.
async fn migrate(writer: &SqlitePool, sealing_key: &SealingKey) -> Result<(), StoreError> {
    let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
    let written = schema_version(&mut tx).await?;
    MIGRATIONS.run(&mut *tx).await?;
    if written < Some(upgrade::KEYED_PAIRS) {
        upgrade::key_pairs(&mut tx, sealing_key).await?;
    }
    if written < Some(upgrade::EMAIL_KEYS) {
        upgrade::key_emails(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}

/// The version of the schema, which is none for a database without tables.
pub(super) async fn schema_version(db: &mut SqliteConnection) -> Result<Option<i64>, StoreError> {
    if !table_exists(db, "_sqlx_migrations").await? {
        return Ok(None);
    }
    let written: Option<i64> =
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(db).await?;
    let known = MIGRATIONS.iter().map(|migration| migration.version).max();
    if written > known { Err(StoreError::NewerSchema) } else { Ok(written) }
}

async fn table_exists(db: &mut SqliteConnection, name: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?)";
    Ok(sqlx::query_scalar(sql).bind(name).fetch_one(db).await?)
}

/// Held by the one process that is opening the database; others wait. Let go of on drop.
struct StartLock {
    _file: File,
}

impl StartLock {
    async fn take(database: &Path) -> Result<Self, StoreError> {
        let mut path = database.as_os_str().to_owned();
        path.push(".starting");
        let path = PathBuf::from(path);
        make_private_file(&path)?;
        let failed = |source| StoreError::File { path: path.clone(), source };
        let file = File::open(&path).map_err(failed)?;
        let locked = tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await;
        let file = locked.map_err(std::io::Error::other).flatten().map_err(failed)?;
        Ok(Self { _file: file })
    }
}

/// Made here and not by SQLite, which would leave it open to whom the umask lets in. A file that is there is not touched:
/// closing it would drop the locks that this process holds on it.
fn make_private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(source) => Err(StoreError::File { path: path.to_owned(), source }),
    }
}
