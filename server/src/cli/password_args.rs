use clap::Args;
use latchkey_contract::Password;
use latchkey_contract::password::{PASSWORD_MAX, PASSWORD_MIN, refusal_of_new_password};
use latchkey_contract::problem::FieldErrorCode;

use super::{CliError, Operator};
use crate::passwords::in_nfc;
use crate::secrets::make_up_password;

/// Where a new password comes from. Without an option it is read from standard input: one line if something is piped in,
/// otherwise it is asked for twice.
#[derive(Debug, Args)]
pub struct PasswordArgs {
    /// Make up the password and print it. Otherwise it is read from standard input: one line of what is piped in, or
    /// asked for twice on a terminal
    #[arg(long)]
    pub generate: bool,
}

impl PasswordArgs {
    /// The new password, and the line that tells a made-up one.
    pub(super) fn take(&self, operator: &mut Operator<'_>) -> Result<(Password, Option<String>), CliError> {
        if self.generate {
            let password = make_up_password();
            let line = format!("Password: {}", password.expose());
            return Ok((password, Some(line)));
        }
        let password = operator.console.read_password().map_err(CliError::Input)?;
        let password = password.ok_or_else(|| refused("The two passwords differ. Try again."))?;
        match refusal_of_new_password(&in_nfc(&password)) {
            None => Ok((password, None)),
            Some(FieldErrorCode::Required) => {
                Err(refused("None was given. Pipe one line to standard input, or use --generate."))
            }
            Some(_) => Err(refused(&format!("Choose one of {PASSWORD_MIN} to {PASSWORD_MAX} characters."))),
        }
    }
}

fn refused(sentence: &str) -> CliError {
    CliError::Refused { option: "password", sentence: sentence.to_owned() }
}
