use std::time::Duration;

use async_trait::async_trait;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Sqlite, SqlitePool};
use tokio::sync::Mutex;

use super::SqliteStore;
use super::connect::BUSY_TIMEOUT;
use crate::clock::SECOND;
use crate::store::health::Health;

/// The longest that a try waits for an act that is being written.
const PATIENCE: Duration = Duration::from_secs(1);
const TRY: &str = "UPDATE write_probe SET padding = randomblob(65536)";

/// The outcome of the latest try to write.
pub(super) struct WriteHealth {
    latest: Mutex<Latest>,
}

struct Latest {
    tried_at: Option<i64>,
    can_write: bool,
}

impl Default for WriteHealth {
    fn default() -> Self {
        Self { latest: Mutex::new(Latest { tried_at: None, can_write: true }) }
    }
}

impl WriteHealth {
    async fn check(&self, writer: &SqlitePool, elapsed: i64) -> bool {
        let mut latest = self.latest.lock().await;
        let is_fresh = latest.tried_at.is_some_and(|at| (at..at + SECOND).contains(&elapsed));
        if !is_fresh {
            latest.tried_at = Some(elapsed);
            match try_to_write(writer).await {
                Ok(()) => latest.can_write = true,
                Err(error) if is_busy(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "the database cannot be written");
                    latest.can_write = false;
                }
            }
        }
        latest.can_write
    }
}

#[async_trait]
impl Health for SqliteStore {
    async fn can_write(&self, elapsed: i64) -> bool {
        let (health, writer) = (self.health.clone(), self.writer.clone());
        // In a task of its own: a caller that hangs up leaves no connection behind that does not wait for locks.
        let check = tokio::spawn(async move { health.check(&writer, elapsed).await });
        check.await.unwrap_or(false)
    }
}

/// Writes on the connection that acts are written on. Does not wait for another process, as an act would.
async fn try_to_write(writer: &SqlitePool) -> Result<(), sqlx::Error> {
    let Ok(db) = tokio::time::timeout(PATIENCE, writer.acquire()).await else {
        return Err(sqlx::Error::PoolTimedOut);
    };
    let mut db = db?;
    wait_for_locks(&mut db, Duration::ZERO).await?;
    let tried = sqlx::query(TRY).execute(&mut *db).await;
    if wait_for_locks(&mut db, BUSY_TIMEOUT).await.is_err() {
        db.close().await?;
    }
    tried.map(drop)
}

async fn wait_for_locks(db: &mut PoolConnection<Sqlite>, at_most: Duration) -> Result<(), sqlx::Error> {
    let sql = format!("PRAGMA busy_timeout = {}", at_most.as_millis());
    sqlx::query(AssertSqlSafe(sql)).execute(&mut **db).await.map(drop)
}

/// Tells whether somebody else is writing, which leaves open whether writing works.
fn is_busy(error: &sqlx::Error) -> bool {
    const SQLITE_BUSY: i32 = 5;
    match error {
        sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(error) => {
            let code = error.code().and_then(|code| code.parse::<i32>().ok());
            code.is_some_and(|code| code & 0xff == SQLITE_BUSY)
        }
        _ => false,
    }
}
