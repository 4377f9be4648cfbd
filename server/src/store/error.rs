/// The database failed. What a caller can do something about is an error of the act itself, not one of these.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database file {} cannot be made: {source}", path.display())]
    File { path: std::path::PathBuf, source: std::io::Error },
    #[error("the database's migrations failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("this database was written by a newer version of Latchkey; start that version instead")]
    NewerSchema,
    #[error(transparent)]
    Seal(#[from] crate::secrets::OpenError),
    #[error(
        "this database was written by an older version of Latchkey; use that version, or start this one's server on it first"
    )]
    OlderSchema,
    #[error(
        "the write-ahead log {} cannot be read where no file can be made beside it; copy it and the database to a directory \
         that can be written",
        .0.display()
    )]
    UnreadableLog(std::path::PathBuf),
    #[error("the database holds a value that cannot be read: {0}")]
    Corrupt(String),
}
