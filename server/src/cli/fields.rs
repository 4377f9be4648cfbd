use latchkey_contract::validation::{self, Check};

use super::CliError;

/// Checks a name given as `option`.
pub(super) fn name(option: &'static str, text: &str) -> Result<(), CliError> {
    let mut check = Check::default();
    check.required(option, text, validation::NAME_MAX);
    verdict(option, check)
}

/// Checks an e-mail address given as `--email`.
pub(super) fn email(text: &str) -> Result<(), CliError> {
    let mut check = Check::default();
    if check.required("--email", text, validation::EMAIL_MAX) {
        check.email("--email", text);
    }
    verdict("--email", check)
}

fn verdict(option: &'static str, check: Check) -> Result<(), CliError> {
    match check.errors.into_iter().next() {
        Some(error) => Err(CliError::Refused { option, sentence: error.detail }),
        None => Ok(()),
    }
}
