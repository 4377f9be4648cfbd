use clap::Args;

use super::user_create::create_account;
use super::{CliError, Operator, PasswordArgs, fields};
use crate::settings::DataSettings;
use crate::store::accounts::NewUser;

const ROLE_NAME: &str = "Portal Administrator";

/// Options of `admin create`.
#[derive(Debug, Args)]
pub struct AdminCreate {
    #[command(flatten)]
    pub data: DataSettings,
    /// E-mail address to sign in with
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
    #[arg(long, value_name = "NAME", default_value = "Portal")]
    pub first_name: String,
    #[arg(long, value_name = "NAME", default_value = "Administrator")]
    pub last_name: String,
    #[command(flatten)]
    pub password: PasswordArgs,
}

impl AdminCreate {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        fields::email(&self.email)?;
        fields::person(&self.first_name, &self.last_name)?;
        let (password, told) = self.password.take(operator)?;
        let user = NewUser {
            email: self.email.clone(),
            password_hash: operator.passwords.hash(&password).await?,
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            role_name: ROLE_NAME.to_owned(),
            company_id: None,
        };
        create_account(operator, user, told).await
    }
}
