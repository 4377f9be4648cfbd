use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::data_dir::{DataDir, OpenData, OpenDataError};
use crate::store::sqlite::AuditFile;

/// The variable that may hold the sealing key itself. It is no flag: what is in argv, others can read.
const SEALING_KEY_TEXT: &str = "LATCHKEY_SEALING_KEY";

/// Where the data are kept.
#[derive(Clone, Debug, Args)]
pub struct DataSettings {
    /// Directory of the database. It is made if it is missing
    #[arg(long, env = "LATCHKEY_DATA", value_name = "DIR", default_value = ".latchkey")]
    pub data: PathBuf,
    /// File of the key that seals secret keys, made at the first start with mode 0600. Keep it, and a copy of it, away
    /// from the data: without it no stored secret opens. The variable LATCHKEY_SEALING_KEY may hold the key itself
    /// instead [default: DIR.sealing.key, beside the data directory]
    #[arg(long, env = "LATCHKEY_SEALING_KEY_FILE", value_name = "FILE")]
    pub sealing_key: Option<PathBuf>,
}

impl DataSettings {
    pub fn dir(&self) -> DataDir {
        DataDir::new(&self.data, self.sealing_key.clone())
    }

    /// Opens the database with its sealing key, making both at the first start.
    ///
    /// # Errors
    /// See [`DataDir::open`].
    pub async fn open(&self, clock: Arc<dyn Clock>) -> Result<OpenData, OpenDataError> {
        let key = sealing_key_text();
        self.dir().open(key.as_ref().map(|key| key.as_str()), clock).await
    }

    /// Opens a database that is there, and makes nothing where there is none.
    ///
    /// # Errors
    /// See [`DataDir::open`].
    pub async fn open_existing(&self, clock: Arc<dyn Clock>) -> Result<OpenData, OpenDataError> {
        let database = self.dir().database_file();
        if !database.exists() {
            return Err(OpenDataError::NoDatabase(database));
        }
        self.open(clock).await
    }

    /// Opens the audit log of a database that is there, and writes nothing.
    ///
    /// # Errors
    /// See [`DataDir::open_audit_log`].
    pub async fn open_audit_log(&self) -> Result<AuditFile, OpenDataError> {
        let key = sealing_key_text();
        self.dir().open_audit_log(key.as_ref().map(|key| key.as_str())).await
    }
}

/// The sealing key from the environment. What is no text is no key, and refused like any other text that is none.
fn sealing_key_text() -> Option<Zeroizing<String>> {
    std::env::var_os(SEALING_KEY_TEXT).map(|key| Zeroizing::new(key.to_string_lossy().into_owned()))
}
