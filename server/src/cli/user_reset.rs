use clap::Args;

use super::{CliError, Operator, PasswordArgs};
use crate::settings::DataSettings;

/// Options of `user reset`.
#[derive(Debug, Args)]
pub struct UserReset {
    #[command(flatten)]
    pub data: DataSettings,
    /// E-mail address of the account
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
    #[command(flatten)]
    pub password: PasswordArgs,
}

impl UserReset {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        let user = operator.account(&self.email).await?;
        let (password, told) = self.password.take(operator)?;
        let hash = operator.passwords.hash(&password).await?;
        let by = operator.actor();
        operator.store.reset_password(user.account.id, &hash, &by).await?;
        let mut sentence = format!("{} has a new password, and its sessions have ended.", user.account.email);
        if user.disabled {
            sentence.push_str(" The account is disabled, so it still cannot sign in.");
        }
        operator.console.say(&sentence).map_err(CliError::Output)?;
        told.map_or(Ok(()), |line| operator.console.say(&line)).map_err(CliError::Output)
    }
}
