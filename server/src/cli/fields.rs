use latchkey_contract::validation::{self, Check};

use super::CliError;

const FIRST_NAME: &str = "--first-name";

/// Checks a name given as `option`.
pub(super) fn name(option: &'static str, text: &str) -> Result<(), CliError> {
    let mut check = Check::default();
    check.required_name(option, text, validation::NAME_MAX);
    verdict(option, check)
}

/// Checks the names given as `--first-name` and `--last-name`.
pub(super) fn person(first_name: &str, last_name: &str) -> Result<(), CliError> {
    name(FIRST_NAME, first_name)?;
    name("--last-name", last_name)?;
    let mut check = Check::default();
    check.person(FIRST_NAME, first_name, last_name);
    verdict(FIRST_NAME, check)
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
