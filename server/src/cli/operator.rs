use super::{CliError, Console};
use crate::passwords::Passwords;
use crate::settings::DataSettings;
use crate::store::Store;
use crate::store::accounts::User;

/// What a command works with.
pub struct Operator<'a> {
    pub store: &'a dyn Store,
    pub passwords: Passwords,
    pub console: &'a mut Console,
    /// The database's file, for messages.
    pub database: String,
}

impl<'a> Operator<'a> {
    pub(super) fn of(store: &'a dyn Store, data: &DataSettings, console: &'a mut Console) -> Self {
        let database = data.dir().database_file().display().to_string();
        Self { store, passwords: Passwords::new(1), console, database }
    }

    pub(super) async fn account(&self, email: &str) -> Result<User, CliError> {
        let user = self.store.user_by_email(email).await?;
        user.ok_or_else(|| CliError::NoSuchAccount {
            email: email.to_owned(),
            database: self.database.clone(),
        })
    }
}
