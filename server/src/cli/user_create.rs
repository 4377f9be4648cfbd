use clap::Args;

use super::{CliError, Operator, PasswordArgs, fields};
use crate::settings::DataSettings;
use crate::store::accounts::{CreateUserError, NewUser};
use crate::store::authority::OperatorAuthority;

/// Options of `user create`.
#[derive(Debug, Args)]
pub struct UserCreate {
    #[command(flatten)]
    pub data: DataSettings,
    /// E-mail address to sign in with
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
    /// Name of the company that the user belongs to. It is created if there is none of this name
    #[arg(long, value_name = "NAME")]
    pub company: String,
    #[arg(long, value_name = "NAME")]
    pub first_name: String,
    #[arg(long, value_name = "NAME")]
    pub last_name: String,
    /// Name of the role, as the portal shows it
    #[arg(long, value_name = "NAME", default_value = "User")]
    pub role_name: String,
    #[command(flatten)]
    pub password: PasswordArgs,
}

impl UserCreate {
    pub(super) async fn carry_out(&self, operator: &mut Operator<'_>) -> Result<(), CliError> {
        fields::email(&self.email)?;
        fields::name("--company", &self.company)?;
        fields::person(&self.first_name, &self.last_name)?;
        fields::name("--role-name", &self.role_name)?;
        // Before a company is made for nobody.
        if operator.store.user_by_email(&self.email).await?.is_some() {
            return Err(CliError::EmailTaken(self.email.clone()));
        }
        let (password, told) = self.password.take(operator)?;
        let password_hash = operator.passwords.hash(&password).await?;
        let company = operator.store.ensure_company(&self.company, OperatorAuthority).await?;
        let user = NewUser {
            email: self.email.clone(),
            password_hash,
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            role_name: self.role_name.clone(),
            company_id: Some(company.id),
        };
        create_account(operator, user, told).await
    }
}

/// Creates the account and says so; `told` is the line with a made-up password.
pub(super) async fn create_account(
    operator: &mut Operator<'_>,
    user: NewUser,
    told: Option<String>,
) -> Result<(), CliError> {
    let email = user.email.clone();
    let account = match operator.store.create_user(user, OperatorAuthority).await {
        Ok(account) => account,
        Err(CreateUserError::EmailTaken) => return Err(CliError::EmailTaken(email)),
        Err(CreateUserError::Store(error)) => return Err(error.into()),
    };
    let whose = match &account.company {
        Some(company) => format!("a user of {}", company.name),
        None => "a portal administrator".to_owned(),
    };
    let sentence = format!("Created {} as {whose}.", account.email);
    operator.console.say(&sentence).map_err(CliError::Output)?;
    told.map_or(Ok(()), |line| operator.console.say(&line)).map_err(CliError::Output)
}
