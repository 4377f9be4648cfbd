use clap::Args;

use super::{CliError, Operator};
use crate::settings::DataSettings;
use crate::store::authority::OperatorAuthority;

/// Options of `user enable`.
#[derive(Debug, Args)]
pub struct UserEnable {
    #[command(flatten)]
    pub data: DataSettings,
    /// E-mail address of the account
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
}

impl UserEnable {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        let user = operator.account(&self.email).await?;
        operator.store.enable_user(user.account.id, OperatorAuthority).await?;
        let sentence = if user.disabled {
            format!("Enabled {}. It can sign in again, and its API keys work again.", user.account.email)
        } else {
            format!("{} was enabled already.", user.account.email)
        };
        operator.console.say(&sentence).map_err(CliError::Output)
    }
}
