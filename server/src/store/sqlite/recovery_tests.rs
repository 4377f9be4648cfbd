//! Errors that end a transaction by themselves: the act that meets one fails, and the next one succeeds.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tempfile::TempDir;

use super::SqliteStore;
use crate::clock::{SECOND, SystemClock};
use crate::secrets::SealingKey;
use crate::store::StoreError;
use crate::store::accounts::Accounts;
use crate::store::authority::OperatorAuthority;
use crate::store::health::Health;

type TestResult<T = ()> = Result<T, Box<dyn Error>>;

const FULL: &str = "13";
const INTERRUPTED: &str = "9";

async fn open() -> TestResult<(SqliteStore, TempDir)> {
    let dir = TempDir::new()?;
    let (key, _) = SealingKey::generate()?;
    Ok((SqliteStore::open(&dir.path().join("latchkey.db"), &key, Arc::new(SystemClock)).await?, dir))
}

async fn act(store: &SqliteStore, number: u32) -> Result<(), StoreError> {
    store
        .ensure_company(&format!("Company {number} {}", "Ltd ".repeat(500)), OperatorAuthority)
        .await
        .map(drop)
}

/// Lets the database have no more pages than it has.
async fn fill(store: &SqliteStore) -> TestResult {
    let mut db = store.writer.acquire().await?;
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *db).await?;
    sqlx::query(AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"))).execute(&mut *db).await?;
    Ok(())
}

/// An interrupt of what runs on a connection, after so many of SQLite's instructions.
struct Interrupt(Arc<AtomicU32>);

impl Interrupt {
    async fn of(db: &mut SqliteConnection, after: u32) -> TestResult<Self> {
        let left = Arc::new(AtomicU32::new(after));
        let interrupt = Self(left.clone());
        let mut handle = db.lock_handle().await?;
        handle.set_progress_handler(1, move || left.fetch_sub(1, Ordering::Relaxed) != 0);
        Ok(interrupt)
    }

    fn lift(&self) {
        self.0.store(u32::MAX, Ordering::Relaxed);
    }
}

fn code(error: &StoreError) -> Option<String> {
    match error {
        StoreError::Database(sqlx::Error::Database(error)) => error.code().map(Into::into),
        _ => None,
    }
}

#[tokio::test]
async fn writing_goes_on_after_a_full_database() -> TestResult {
    let (store, _dir) = open().await?;
    fill(&store).await?;
    let mut acts = 0..;
    let refused = loop {
        let number = acts.next().ok_or("no number is left")?;
        if let Err(error) = act(&store, number).await {
            break error;
        }
    };
    assert_eq!(code(&refused).as_deref(), Some(FULL), "{refused}");
    act(&store, u32::MAX).await?;
    assert!(store.can_write(0).await);
    Ok(())
}

#[tokio::test]
async fn writing_goes_on_after_an_interrupted_act() -> TestResult {
    let (store, _dir) = open().await?;
    let mut interrupted = 0;
    for after in 0..200 {
        let mut db = store.writer.acquire().await?;
        let interrupt = Interrupt::of(&mut db, after).await?;
        drop(db);
        if let Err(error) = act(&store, after).await {
            assert_eq!(code(&error).as_deref(), Some(INTERRUPTED), "{error}");
            interrupted += 1;
        }
        interrupt.lift();
        act(&store, 1000 + after).await?;
    }
    assert!(interrupted > 10, "{interrupted}");
    Ok(())
}

#[tokio::test]
async fn no_reader_is_left_with_an_old_snapshot() -> TestResult {
    let (store, _dir) = open().await?;
    let mut interrupted = 0;
    for after in 0..20 {
        let mut db = store.reader.acquire().await?;
        let interrupt = Interrupt::of(&mut db, after).await?;
        interrupted += u32::from(db.begin().await.is_err());
        interrupt.lift();
        drop(db);
        // A snapshot would begin with what is read first, here in every connection that there is.
        for companies in [i64::from(after), i64::from(after) + 1] {
            let mut readers = Vec::new();
            for _ in 0..4 {
                let mut reader = store.reader.acquire().await?;
                let seen: i64 =
                    sqlx::query_scalar("SELECT COUNT(*) FROM company").fetch_one(&mut *reader).await?;
                assert_eq!(seen, companies);
                readers.push(reader);
            }
            drop(readers);
            if companies == i64::from(after) {
                act(&store, after).await?;
            }
        }
    }
    assert!(interrupted > 0);
    Ok(())
}

#[tokio::test]
async fn a_transaction_that_the_database_ended_costs_its_connection() -> TestResult {
    let (store, _dir) = open().await?;
    let mut tx = store.writer.begin_with("BEGIN IMMEDIATE").await?;
    // As SQLite would, behind the back of sqlx.
    sqlx::query("ROLLBACK").execute(&mut *tx).await?;
    drop(tx);
    act(&store, 1).await?;
    Ok(())
}

#[tokio::test]
async fn writing_is_tried_once_a_second_at_most() -> TestResult {
    let (store, _dir) = open().await?;
    assert!(store.can_write(5 * SECOND).await);
    let padding = async || -> TestResult<Vec<u8>> {
        Ok(sqlx::query_scalar("SELECT padding FROM write_probe").fetch_one(&store.reader).await?)
    };
    let written = padding().await?;
    assert!(store.can_write(6 * SECOND - 1).await);
    assert_eq!(padding().await?, written);
    assert!(store.can_write(6 * SECOND).await);
    assert_ne!(padding().await?, written);
    Ok(())
}

#[tokio::test]
async fn a_failed_try_is_told_until_one_succeeds() -> TestResult {
    let (store, _dir) = open().await?;
    sqlx::raw_sql(
        "CREATE TRIGGER broken BEFORE UPDATE ON write_probe BEGIN SELECT RAISE (ROLLBACK, 'broken'); END",
    )
    .execute(&store.writer)
    .await?;
    assert!(!store.can_write(0).await);
    sqlx::raw_sql("DROP TRIGGER broken").execute(&store.writer).await?;
    assert!(!store.can_write(SECOND - 1).await, "the outcome is shared for a second");
    assert!(store.can_write(SECOND).await);
    Ok(())
}

#[tokio::test]
async fn another_process_that_writes_is_no_failure() -> TestResult {
    let (store, dir) = open().await?;
    let file = SqliteConnectOptions::new().filename(dir.path().join("latchkey.db"));
    let mut other = file.connect().await?;
    let lock = other.begin_with("BEGIN IMMEDIATE").await?;
    assert!(store.can_write(0).await, "and without waiting for it");
    lock.rollback().await?;
    act(&store, 1).await?;
    let timeout: i64 = sqlx::query_scalar("PRAGMA busy_timeout").fetch_one(&store.writer).await?;
    assert_eq!(timeout, 10_000, "acts wait for locks as before");
    Ok(())
}
