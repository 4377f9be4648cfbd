use sqlx::Connection;
use sqlx::sqlite::SqlitePoolOptions;

/// Options of a pool that hands out no connection on which SQLite and sqlx disagree about a transaction. They do when the disk
/// is full, a device fails, memory runs out or a statement is interrupted: SQLite may end the transaction by itself, which
/// sqlx goes on counting, or begin one in spite of the error, of which sqlx does not know. Such a connection is closed.
pub(super) fn pool_options() -> SqlitePoolOptions {
    let options = SqlitePoolOptions::new().after_release(|db, _| {
        Box::pin(async move {
            // Comes after the rollback that may still be queued, and fails where no transaction is open.
            let was_open = sqlx::query("ROLLBACK").execute(&mut *db).await.is_ok();
            Ok(!was_open && !db.is_in_transaction())
        })
    });
    // A connection to a file does not go stale, and one that is broken is told by the above.
    options.test_before_acquire(false)
}
