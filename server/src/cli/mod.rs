//! The operator's commands. They work on the database file, whether or not the server runs on it. A password is never an
//! argument: others can read those.

mod admin_create;
mod audit_verify;
mod console;
mod fields;
mod operator;
mod password_args;
mod user_create;
mod user_disable;
mod user_enable;
mod user_reset;

use std::sync::Arc;

use clap::Subcommand;
use uuid::Uuid;

use crate::clock::{Clock, SystemClock};
use crate::data_dir::{OpenData, OpenDataError};
use crate::passwords::PasswordError;
use crate::settings::DataSettings;
use crate::store::StoreError;
use crate::store::sqlite::AuditFile;

pub use admin_create::AdminCreate;
pub use audit_verify::AuditVerify;
pub use console::Console;
pub use operator::Operator;
pub use password_args::PasswordArgs;
pub use user_create::UserCreate;
pub use user_disable::UserDisable;
pub use user_enable::UserEnable;
pub use user_reset::UserReset;

/// What can be done with portal administrators.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Creates a portal administrator, who decides on requests for API access
    Create(AdminCreate),
}

/// What can be done with the audit log.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Checks that no entry of the audit log was changed or removed
    Verify(AuditVerify),
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Creates a user of a company, and the company if there is none of this name
    Create(UserCreate),
    /// Disables an account: its sessions end and its API keys are refused
    Disable(UserDisable),
    /// Enables an account that was disabled: it can sign in again, and its API keys work again
    Enable(UserEnable),
    /// Gives an account a new password and ends its sessions
    Reset(UserReset),
}

/// Why a command was not carried out. Each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error("{option}: {sentence}")]
    Refused { option: &'static str, sentence: String },
    #[error("no account in {database} has the e-mail address {email}; check the spelling and --data")]
    NoSuchAccount { email: String, database: String },
    #[error(
        "another account has the e-mail address {0}; give it a new password with `user reset`, or choose another"
    )]
    EmailTaken(String),
    #[error(
        "the audit log in {database} is broken at the entry {entry}: it, or what stood before it, was changed or removed; \
         compare it with a backup"
    )]
    BrokenAuditLog { entry: Uuid, database: String },
    #[error(
        "the audit log in {database} does not go on from the {expected} entries that were expected, it has {found}: entries \
         are missing or this is an older copy"
    )]
    OutdatedAuditLog { database: String, found: u64, expected: u64 },
    #[error("the password cannot be read: {0}")]
    Input(std::io::Error),
    #[error("the answer cannot be printed: {0}")]
    Output(std::io::Error),
    #[error(transparent)]
    Data(#[from] OpenDataError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AdminCommand {
    /// Carries the command out on the database that it names.
    pub async fn run(self) -> Result<(), CliError> {
        let settings = self.data();
        on(settings.open(clock()).await?, settings, async |operator| self.carry_out(operator).await).await
    }

    /// Carries the command out for `operator`.
    pub async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        match self {
            Self::Create(create) => create.carry_out(operator).await,
        }
    }

    fn data(&self) -> &DataSettings {
        match self {
            Self::Create(create) => &create.data,
        }
    }
}

impl AuditCommand {
    /// Carries the command out on the database that it names.
    pub async fn run(self) -> Result<(), CliError> {
        let Self::Verify(AuditVerify { data: settings, .. }) = &self;
        let mut log = settings.open_audit_log().await?;
        let database = settings.dir().database_file().display().to_string();
        let outcome = self.carry_out(&mut log, &database, &mut Console::of_process()).await;
        log.close().await?;
        outcome
    }

    /// Carries the command out on this log, which messages call by the file of its `database`.
    pub async fn carry_out(
        &self,
        log: &mut AuditFile,
        database: &str,
        console: &mut Console,
    ) -> Result<(), CliError> {
        match self {
            Self::Verify(verify) => verify.carry_out(log, database, console).await,
        }
    }
}

impl UserCommand {
    /// Carries the command out on the database that it names. Only the first account may find none.
    pub async fn run(self) -> Result<(), CliError> {
        let settings = self.data();
        let data = match &self {
            Self::Create(_) => settings.open(clock()).await?,
            Self::Disable(_) | Self::Enable(_) | Self::Reset(_) => settings.open_existing(clock()).await?,
        };
        on(data, settings, async |operator| self.carry_out(operator).await).await
    }

    /// Carries the command out for `operator`.
    pub async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        match self {
            Self::Create(create) => create.carry_out(operator).await,
            Self::Disable(disable) => disable.carry_out(operator).await,
            Self::Enable(enable) => enable.carry_out(operator).await,
            Self::Reset(reset) => reset.carry_out(operator).await,
        }
    }

    fn data(&self) -> &DataSettings {
        match self {
            Self::Create(create) => &create.data,
            Self::Disable(disable) => &disable.data,
            Self::Enable(enable) => &enable.data,
            Self::Reset(reset) => &reset.data,
        }
    }
}

fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}

/// Does `act` at this process's console, and closes the database whatever comes of it.
async fn on(
    data: OpenData,
    settings: &DataSettings,
    act: impl AsyncFnOnce(&mut Operator<'_>) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let mut console = Console::of_process();
    let outcome = act(&mut Operator::of(&data.store, settings, &mut console)).await;
    data.store.close().await;
    outcome
}
