//! The database file itself: who may read it, versions of its schema, several processes on it.

use std::path::PathBuf;

use latchkey_server::secrets::SealingKey;
use latchkey_server::store::StoreError;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::events::Events;
use latchkey_server::store::sqlite::{SqliteStore, holds_records};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use tempfile::TempDir;

use crate::house::{MORNING, TestResult, TickingClock};

struct Place {
    dir: TempDir,
    key: SealingKey,
}

impl Place {
    fn new() -> TestResult<Self> {
        Ok(Self { dir: TempDir::new()?, key: SealingKey::generate()?.0 })
    }

    fn file(&self) -> PathBuf {
        self.dir.path().join("latchkey.db")
    }

    async fn open(&self) -> Result<SqliteStore, StoreError> {
        SqliteStore::open(&self.file(), &self.key, TickingClock::at(MORNING)).await
    }

    async fn hand(&self) -> TestResult<SqliteConnection> {
        Ok(SqliteConnectOptions::new().filename(self.file()).connect().await?)
    }
}

#[tokio::test]
async fn a_newer_schema_is_refused() -> TestResult {
    let place = Place::new()?;
    place.open().await?.close().await;
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'of the future', TRUE, x'00', 0)",
    )
    .execute(&mut place.hand().await?)
    .await?;
    let refused = place.open().await;
    assert!(matches!(refused, Err(StoreError::NewerSchema)));
    Ok(())
}

#[tokio::test]
async fn a_second_opening_keeps_what_was_written() -> TestResult {
    let place = Place::new()?;
    let store = place.open().await?;
    let made = store.ensure_company("Demo Ltd", OperatorAuthority).await?;
    store.close().await;
    assert_eq!(place.open().await?.ensure_company("Demo Ltd", OperatorAuthority).await?, made);
    Ok(())
}

#[tokio::test]
async fn two_openings_see_each_others_acts() -> TestResult {
    let place = Place::new()?;
    let (server, command_line) = (place.open().await?, place.open().await?);
    for number in 0..20 {
        let name = format!("Company {number}");
        let (one, two) = tokio::join!(
            server.ensure_company(&name, OperatorAuthority),
            command_line.ensure_company(&name, OperatorAuthority)
        );
        assert_eq!(one?, two?);
    }
    assert_eq!(server.newest_event().await?, command_line.newest_event().await?);
    Ok(())
}

#[tokio::test]
async fn two_first_starts_at_once_agree() -> TestResult {
    for _ in 0..5 {
        let place = Place::new()?;
        let (one, two) = tokio::join!(place.open(), place.open());
        assert_eq!(
            one?.ensure_company("Demo Ltd", OperatorAuthority).await?,
            two?.ensure_company("Demo Ltd", OperatorAuthority).await?
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_empty_database_needs_no_key() -> TestResult {
    let place = Place::new()?;
    assert!(!holds_records(&place.file()).await?);
    place.open().await?.close().await;
    assert!(!holds_records(&place.file()).await?);
    Ok(())
}

#[tokio::test]
async fn a_directory_that_is_missing_is_named() -> TestResult {
    let place = Place::new()?;
    let file = place.dir.path().join("missing").join("latchkey.db");
    let refused = SqliteStore::open(&file, &place.key, TickingClock::at(MORNING)).await;
    let Err(StoreError::File { path, .. }) = refused else { return Err("not refused".into()) };
    assert_eq!(path, file);
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_reads_the_database_and_its_log() -> TestResult {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new()?;
    let store = place.open().await?;
    store.ensure_company("Demo Ltd", OperatorAuthority).await?;
    let mut files = 0;
    for entry in place.dir.path().read_dir()? {
        let entry = entry?;
        assert_eq!(entry.metadata()?.permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
        files += 1;
    }
    assert_eq!(files, 4, "the database, its write-ahead log, the log's index and the start lock");
    Ok(())
}
