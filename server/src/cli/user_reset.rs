use clap::Args;

use super::{CliError, Operator, PasswordArgs};
use crate::settings::DataSettings;
use crate::store::authority::OperatorAuthority;

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
        operator.store.reset_password(user.account.id, &hash, OperatorAuthority).await?;
        let mut sentence = format!("{} has a new password, and its sessions have ended.", user.account.email);
        if user.disabled {
            sentence.push_str(
                " The account is disabled, so it still cannot sign in. Enable it with `user enable`.",
            );
        }
        operator.console.say(&sentence).map_err(CliError::Output)?;
        told.map_or(Ok(()), |line| operator.console.say(&line)).map_err(CliError::Output)
    }
}
