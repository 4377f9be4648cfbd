use clap::Args;

use super::{CliError, Operator};
use crate::settings::DataSettings;
use crate::store::authority::OperatorAuthority;

/// Options of `user disable`.
#[derive(Debug, Args)]
pub struct UserDisable {
    #[command(flatten)]
    pub data: DataSettings,
    /// E-mail address of the account
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
}

impl UserDisable {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        let user = operator.account(&self.email).await?;
        operator.store.disable_user(user.account.id, OperatorAuthority).await?;
        let sentence = if user.disabled {
            format!("{} was disabled already.", user.account.email)
        } else {
            format!("Disabled {}. Its sessions have ended and its API keys are refused.", user.account.email)
        };
        operator.console.say(&sentence).map_err(CliError::Output)
    }
}
