//! What somebody who can write to the database file, and does not have the key, leaves behind in the audit log.

use latchkey_server::secrets::SealingKey;
use latchkey_server::store::StoreError;
use latchkey_server::store::accounts::{Accounts, NewUser};
use latchkey_server::store::audit::{AuditCheck, AuditLog, AuditMark};
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::sqlite::{AuditFile, SqliteStore};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::house::{MORNING, TestResult, TickingClock};

/// A log of six entries, and a hand on the file.
struct Log {
    store: SqliteStore,
    user: Uuid,
    hand: SqliteConnection,
    entries: Vec<Uuid>,
    key: SealingKey,
    dir: TempDir,
}

impl Log {
    async fn new() -> TestResult<Self> {
        let dir = TempDir::new()?;
        let file = dir.path().join("latchkey.db");
        let (key, _) = SealingKey::generate()?;
        let store = SqliteStore::open(&file, &key, TickingClock::at(MORNING)).await?;
        let user = NewUser {
            email: "dana@demo.example".to_owned(),
            password_hash: String::new(),
            first_name: "Dana".to_owned(),
            last_name: "Demo".to_owned(),
            role_name: "User".to_owned(),
            company_id: None,
        };
        let user = store.create_user(user, OperatorAuthority).await?.id;
        let hand = SqliteConnectOptions::new().filename(&file).connect().await?;
        let mut log = Self { store, user, hand, entries: Vec::new(), key, dir };
        for _ in 0..5 {
            log.append().await?;
        }
        log.entries =
            sqlx::query_scalar("SELECT id FROM audit_entry ORDER BY seq").fetch_all(&mut log.hand).await?;
        Ok(log)
    }

    async fn append(&self) -> TestResult {
        Ok(self.store.reset_password(self.user, "hash", OperatorAuthority).await?)
    }

    async fn tamper(&mut self, sql: &'static str) -> TestResult {
        sqlx::raw_sql(sql).execute(&mut self.hand).await?;
        Ok(())
    }

    async fn first_broken(&self) -> TestResult<Option<Uuid>> {
        Ok(self.store.first_broken_audit_entry().await?)
    }
}

#[tokio::test]
async fn every_changed_column_shows() -> TestResult {
    for change in [
        "UPDATE audit_entry SET at = at + 1 WHERE seq = 3",
        "UPDATE audit_entry SET act = 'signed_in' WHERE seq = 3",
        "UPDATE audit_entry SET subject_id = zeroblob(16) WHERE seq = 3",
        "UPDATE audit_entry SET actor_id = zeroblob(16) WHERE seq = 3",
        "UPDATE audit_entry SET actor_name = 'Somebody' WHERE seq = 3",
        "UPDATE audit_entry SET address = '192.0.2.9' WHERE seq = 3",
        "UPDATE audit_entry SET api_key = 'lkp_other' WHERE seq = 3",
        "UPDATE audit_entry SET reason = 'because' WHERE seq = 3",
        "UPDATE audit_entry SET resource_id = zeroblob(16) WHERE seq = 3",
        "UPDATE audit_entry SET resource_name = 'web-1' WHERE seq = 3",
        "UPDATE audit_entry SET mac = zeroblob(32) WHERE seq = 3",
    ] {
        let mut log = Log::new().await?;
        assert_eq!(log.first_broken().await?, None);
        log.tamper(change).await?;
        assert_eq!(log.first_broken().await?, Some(log.entries[2]), "{change}");
    }
    Ok(())
}

#[tokio::test]
async fn a_removed_entry_shows_at_its_successor() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM audit_entry WHERE seq = 3").await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[3]));
    Ok(())
}

#[tokio::test]
async fn a_removed_beginning_shows() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM audit_entry WHERE seq <= 2").await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[2]));
    Ok(())
}

#[tokio::test]
async fn exchanged_entries_show() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper(
        "UPDATE audit_entry SET seq = 99 WHERE seq = 3; UPDATE audit_entry SET seq = 3 WHERE seq = 4; \
         UPDATE audit_entry SET seq = 4 WHERE seq = 99",
    )
    .await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[3]));
    Ok(())
}

#[tokio::test]
async fn a_removed_end_shows() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM audit_entry WHERE seq >= 5").await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[5]));
    // And it still does when the log goes on.
    log.append().await?;
    assert!(log.first_broken().await?.is_some());
    Ok(())
}

#[tokio::test]
async fn a_removed_end_shows_even_if_the_head_was_adjusted() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper(
        "DELETE FROM audit_entry WHERE seq >= 5; \
         UPDATE audit_head SET (entry_id, mac) = (SELECT id, mac FROM audit_entry WHERE seq = 4)",
    )
    .await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[3]));
    log.append().await?;
    let newest: Uuid =
        sqlx::query_scalar("SELECT id FROM audit_entry ORDER BY seq DESC").fetch_one(&mut log.hand).await?;
    assert_eq!(log.first_broken().await?, Some(newest));
    Ok(())
}

#[tokio::test]
async fn an_emptied_log_shows() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM audit_entry").await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[5]));
    Ok(())
}

#[tokio::test]
async fn a_removed_head_shows() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM audit_head").await?;
    assert_eq!(log.first_broken().await?, Some(log.entries[5]));
    Ok(())
}

#[tokio::test]
async fn another_key_accepts_nothing() -> TestResult {
    let log = Log::new().await?;
    let file = log.dir.path().join("latchkey.db");
    let same = SqliteStore::open(&file, &log.key, TickingClock::at(MORNING)).await?;
    assert_eq!(same.first_broken_audit_entry().await?, None);
    let other = SqliteStore::open(&file, &SealingKey::generate()?.0, TickingClock::at(MORNING)).await?;
    assert_eq!(other.first_broken_audit_entry().await?, Some(log.entries[0]));
    Ok(())
}

#[tokio::test]
async fn an_empty_log_is_whole() -> TestResult {
    let dir = TempDir::new()?;
    let store = SqliteStore::open(
        &dir.path().join("latchkey.db"),
        &SealingKey::generate()?.0,
        TickingClock::at(MORNING),
    )
    .await?;
    assert_eq!(store.first_broken_audit_entry().await?, None);
    Ok(())
}

async fn check(log: &Log, file: &str, expected: &AuditMark) -> TestResult<AuditCheck> {
    let mut file = AuditFile::open(&log.dir.path().join(file), log.key.store_keys().audit).await?;
    let outcome = file.check(Some(expected)).await?;
    file.close().await?;
    Ok(outcome)
}

#[tokio::test]
async fn a_log_goes_on_from_its_marks() -> TestResult {
    let log = Log::new().await?;
    let earlier = log.store.audit_mark().await?;
    assert_eq!(earlier.entries, 6);
    assert_eq!(check(&log, "latchkey.db", &earlier).await?, AuditCheck::Whole(earlier.clone()));
    log.append().await?;
    let later = log.store.audit_mark().await?;
    assert_eq!(check(&log, "latchkey.db", &earlier).await?, AuditCheck::Whole(later.clone()));
    assert_eq!(later.to_string().parse::<AuditMark>()?, later);
    let nothing = AuditMark { entries: 0, mac: [0; 32] };
    assert_eq!(check(&log, "latchkey.db", &nothing).await?, AuditCheck::Whole(later));
    Ok(())
}

#[tokio::test]
async fn an_older_copy_does_not_go_on_from_a_later_mark() -> TestResult {
    let mut log = Log::new().await?;
    let earlier = log.store.audit_mark().await?;
    let copy = format!("VACUUM INTO '{}'", log.dir.path().join("copy.db").display());
    sqlx::raw_sql(AssertSqlSafe(copy)).execute(&mut log.hand).await?;
    log.append().await?;
    let later = log.store.audit_mark().await?;
    assert_eq!(check(&log, "copy.db", &earlier).await?, AuditCheck::Whole(earlier.clone()));
    assert_eq!(check(&log, "copy.db", &later).await?, AuditCheck::Missing(earlier));
    Ok(())
}

#[tokio::test]
async fn another_log_of_the_same_length_does_not_go_on_from_a_mark() -> TestResult {
    let log = Log::new().await?;
    let mark = log.store.audit_mark().await?;
    let other = AuditMark { mac: [7; 32], ..mark.clone() };
    assert_eq!(check(&log, "latchkey.db", &other).await?, AuditCheck::Missing(mark));
    Ok(())
}

#[tokio::test]
async fn an_emptied_log_without_a_head_does_not_go_on_from_its_mark() -> TestResult {
    let mut log = Log::new().await?;
    let mark = log.store.audit_mark().await?;
    log.tamper("DELETE FROM audit_entry; DELETE FROM audit_head").await?;
    let nothing = AuditMark { entries: 0, mac: [0; 32] };
    assert_eq!(check(&log, "latchkey.db", &mark).await?, AuditCheck::Missing(nothing));
    Ok(())
}

#[tokio::test]
async fn a_broken_log_is_broken_whatever_was_expected() -> TestResult {
    let mut log = Log::new().await?;
    let mark = log.store.audit_mark().await?;
    log.tamper("DELETE FROM audit_entry WHERE seq = 3").await?;
    assert_eq!(check(&log, "latchkey.db", &mark).await?, AuditCheck::Broken(log.entries[3]));
    Ok(())
}

#[tokio::test]
async fn reading_the_log_of_an_older_schema_changes_nothing() -> TestResult {
    let mut log = Log::new().await?;
    log.tamper("DELETE FROM _sqlx_migrations WHERE version > 8").await?;
    let file = log.dir.path().join("latchkey.db");
    assert!(matches!(AuditFile::open(&file, log.key.store_keys().audit).await, Err(StoreError::OlderSchema)));
    let version: i64 =
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut log.hand).await?;
    assert_eq!(version, 8);
    Ok(())
}
