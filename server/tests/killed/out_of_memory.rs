//! The store while SQLite gets no memory. Here, because its limit is one of the whole process.

use std::sync::Arc;

use latchkey_server::clock::SystemClock;
use latchkey_server::secrets::SealingKey;
use latchkey_server::store::StoreError;
use latchkey_server::store::accounts::Accounts;
use latchkey_server::store::authority::OperatorAuthority;
use latchkey_server::store::health::Health;
use latchkey_server::store::sqlite::SqliteStore;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

const NO_MEMORY: &str = "7";
const TRIES: u32 = 10_000;

/// Takes all the memory that there is, until it is closed.
async fn hog() -> SqliteConnection {
    let mut hog = SqliteConnectOptions::new().in_memory(true).connect().await.unwrap();
    sqlx::raw_sql("CREATE TABLE hog (bytes BLOB); PRAGMA hard_heap_limit = 24000000")
        .execute(&mut hog)
        .await
        .unwrap();
    for size in [100_000, 1000, 10] {
        let taken = sqlx::query("INSERT INTO hog VALUES (zeroblob(?))").bind(size);
        let mut taken = taken.execute(&mut hog).await;
        while taken.is_ok() {
            taken = sqlx::query("INSERT INTO hog VALUES (zeroblob(?))").bind(size).execute(&mut hog).await;
        }
    }
    hog
}

fn code(error: &StoreError) -> Option<String> {
    match error {
        StoreError::Database(sqlx::Error::Database(error)) => error.code().map(Into::into),
        _ => None,
    }
}

#[tokio::test]
async fn recovers_from_a_lack_of_memory() {
    let dir = TempDir::new().unwrap();
    let (key, _) = SealingKey::generate().unwrap();
    let file = dir.path().join("latchkey.db");
    let store = SqliteStore::open(&file, &key, Arc::new(SystemClock)).await.unwrap();
    let act = async |number: u32| store.ensure_company(&format!("Company {number}"), OperatorAuthority).await;
    act(0).await.unwrap();

    let hog = hog().await;
    let mut failures = 0;
    for number in 1..TRIES {
        if let Err(error) = act(number).await {
            assert_eq!(code(&error).as_deref(), Some(NO_MEMORY), "{error}");
            failures += 1;
        }
        if failures == 10 {
            break;
        }
    }
    assert!(failures > 0);
    assert!(!store.can_write(0).await);

    hog.close().await.unwrap();
    assert!(store.can_write(1000).await);
    act(TRIES).await.unwrap();
}
