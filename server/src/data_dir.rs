//! The data directory: the database in it, and beside it the sealing key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::clock::Clock;
use crate::secrets::{
    KeyFileError, OpenError, SealingKey, SealingKeyError, SealingKeyId, create_key_file, read_key_file,
};
use crate::store::StoreError;
use crate::store::credentials::Credentials;
use crate::store::sqlite::{AuditFile, SqliteStore, holds_records};

const DATABASE: &str = "latchkey.db";

/// Where the data lies, and where its sealing key comes from.
#[derive(Clone, Debug)]
pub struct DataDir {
    path: PathBuf,
    sealing_key_file: PathBuf,
}

/// A database with the key that its secrets are sealed with.
pub struct OpenData {
    pub store: SqliteStore,
    pub sealing_key: SealingKey,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenDataError {
    #[error("the data directory {} cannot be made: {source}", path.display())]
    Directory { path: PathBuf, source: io::Error },
    #[error("there is no database {}; check --data", .0.display())]
    NoDatabase(PathBuf),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error("LATCHKEY_SEALING_KEY: {0}")]
    KeyText(#[from] SealingKeyError),
    #[error(
        "the sealing key {} is missing, and without it the records in {} are of no use; put the file back from your \
         backup, or name its place with --sealing-key",
        key.display(),
        database.display()
    )]
    KeyMissing { key: PathBuf, database: PathBuf },
    #[error(
        "the secrets in this database were sealed with the sealing key {stored}, and this one is {given}; start with that key"
    )]
    OtherKey { stored: SealingKeyId, given: SealingKeyId },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DataDir {
    /// The sealing key lies in `sealing_key_file`, or by default beside the directory: `DIR.sealing.key`.
    pub fn new(path: impl Into<PathBuf>, sealing_key_file: Option<PathBuf>) -> Self {
        let path = path.into();
        let sealing_key_file = sealing_key_file.unwrap_or_else(|| beside(&path));
        Self { path, sealing_key_file }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn database_file(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    pub fn sealing_key_file(&self) -> &Path {
        &self.sealing_key_file
    }

    /// Opens the database, with the sealing key from `key_text` (what `LATCHKEY_SEALING_KEY` holds) or from its file.
    /// Makes directory, key and database where there are none yet; refuses a database whose key is missing or another.
    pub async fn open(
        &self,
        key_text: Option<&str>,
        clock: Arc<dyn Clock>,
    ) -> Result<OpenData, OpenDataError> {
        make_private_dir(&self.path)
            .map_err(|source| OpenDataError::Directory { path: self.path.clone(), source })?;
        let database = self.database_file();
        let sealing_key = self.sealing_key(key_text, &database).await?;
        let given = sealing_key.id();
        let store = SqliteStore::open(&database, &sealing_key, clock).await.map_err(|error| match error {
            StoreError::Seal(OpenError::OtherSealingKey(stored)) => OpenDataError::OtherKey { stored, given },
            error => error.into(),
        })?;
        match store.sealing_keys_in_use().await?.into_iter().find(|stored| *stored != given) {
            Some(stored) => Err(OpenDataError::OtherKey { stored, given }),
            None => Ok(OpenData { store, sealing_key }),
        }
    }

    /// Opens the audit log alone, of a database that is there. Makes nothing and changes nothing.
    pub async fn open_audit_log(&self, key_text: Option<&str>) -> Result<AuditFile, OpenDataError> {
        let database = self.database_file();
        if !database.exists() {
            return Err(OpenDataError::NoDatabase(database));
        }
        let sealing_key = match key_text {
            Some(text) => SealingKey::parse(text)?,
            None => read_key_file(&self.sealing_key_file)?.ok_or_else(|| OpenDataError::KeyMissing {
                key: self.sealing_key_file.clone(),
                database: database.clone(),
            })?,
        };
        let given = sealing_key.id();
        let mut log = AuditFile::open(&database, sealing_key.store_keys().audit).await?;
        match log.sealing_key().await? {
            Some(stored) if stored != given => Err(OpenDataError::OtherKey { stored, given }),
            _ => Ok(log),
        }
    }

    async fn sealing_key(&self, text: Option<&str>, database: &Path) -> Result<SealingKey, OpenDataError> {
        if let Some(text) = text {
            return Ok(SealingKey::parse(text)?);
        }
        if let Some(key) = read_key_file(&self.sealing_key_file)? {
            return Ok(key);
        }
        if holds_records(database).await? {
            let key = self.sealing_key_file.clone();
            return Err(OpenDataError::KeyMissing { key, database: database.to_owned() });
        }
        Ok(create_key_file(&self.sealing_key_file)?)
    }
}

/// `DIR.sealing.key`, never in the directory itself: who copies the data must not get the key with it.
fn beside(dir: &Path) -> PathBuf {
    // `.` and `..` have no name of their own to put the ending on.
    let dir = match dir.file_name() {
        Some(_) => dir.to_owned(),
        None => dir.canonicalize().unwrap_or_else(|_| dir.to_owned()),
    };
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(".sealing.key");
    dir.with_file_name(name)
}

#[cfg(unix)]
fn make_private_dir(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_private_dir(path: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sealing_key_lies_beside_the_data_by_default() {
        for (dir, key) in [
            ("/var/lib/latchkey", "/var/lib/latchkey.sealing.key"),
            ("/var/lib/latchkey/", "/var/lib/latchkey.sealing.key"),
            (".latchkey", ".latchkey.sealing.key"),
        ] {
            assert_eq!(DataDir::new(dir, None).sealing_key_file(), Path::new(key));
        }
        assert_eq!(DataDir::new("data", Some("/etc/key".into())).sealing_key_file(), Path::new("/etc/key"));
    }
}
