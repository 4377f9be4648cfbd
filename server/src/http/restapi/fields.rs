//! Members of a body, checked one by one, so that a refusal names the member and says what belongs there. Empty ones count
//! as absent, as clients send them.

use std::ops::RangeInclusive;

use uuid::Uuid;

use crate::http::problem::ApiError;

/// Characters that a name may have.
const NAME_MAX: usize = 255;
/// Characters that a description may have.
const DESCRIPTION_MAX: usize = 4000;
/// Digits that a number may have which is sent as a text.
const DIGITS: usize = 7;
/// GB.
const DISK_SIZES: RangeInclusive<i64> = 0..=65_536;

/// # Errors
/// 400 if it is missing or no name.
pub(super) fn name(field: &str, value: Option<String>) -> Result<String, ApiError> {
    let value = given(value).ok_or_else(|| required(field))?;
    text(field, value.trim().to_owned(), NAME_MAX)
}

/// # Errors
/// 400 if it is there but is no name.
pub(super) fn optional_name(field: &str, value: Option<String>) -> Result<Option<String>, ApiError> {
    given(value).map(|value| name(field, Some(value))).transpose()
}

/// # Errors
/// 400 if it is no text that people can read.
pub(super) fn description(field: &str, value: Option<String>) -> Result<String, ApiError> {
    text(field, value.unwrap_or_default(), DESCRIPTION_MAX)
}

/// # Errors
/// 400 if it is missing or no UUID.
pub(super) fn uuid(field: &str, value: Option<String>) -> Result<Uuid, ApiError> {
    optional_uuid(field, value)?.ok_or_else(|| required(field))
}

/// # Errors
/// 400 if it is there but is no UUID.
pub(super) fn optional_uuid(field: &str, value: Option<String>) -> Result<Option<Uuid>, ApiError> {
    let parsed = given(value).map(|value| Uuid::try_parse(&value)).transpose();
    parsed
        .map_err(|_| ApiError::malformed(format!("{field} must be a UUID. Take one from the list it is in.")))
}

/// Gigabytes; 0 if it is missing.
///
/// # Errors
/// 400 if there are no such disks.
pub(super) fn disk_size(value: Option<i64>) -> Result<i64, ApiError> {
    let value = value.unwrap_or_default();
    if DISK_SIZES.contains(&value) {
        return Ok(value);
    }
    let most = DISK_SIZES.end();
    Err(ApiError::malformed(format!("diskSize must be a number of GB from 0 to {most}. Correct it.")))
}

/// A number that is sent as a text.
///
/// # Errors
/// 400 if it is there but is no number.
pub(super) fn number(field: &str, value: Option<&str>) -> Result<Option<i64>, ApiError> {
    let Some(text) = value.filter(|text| !text.is_empty()) else { return Ok(None) };
    let is_number = text.len() <= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if is_number => Ok(Some(number)),
        _ => {
            let words = format!("{field} must be a whole number of at most {DIGITS} digits. Correct it.");
            Err(ApiError::malformed(words))
        }
    }
}

fn given(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.trim().is_empty())
}

fn required(field: &str) -> ApiError {
    ApiError::malformed(format!("{field} is required. Send it in the body."))
}

fn text(field: &str, value: String, most: usize) -> Result<String, ApiError> {
    if value.chars().count() > most {
        return Err(ApiError::malformed(format!("{field} is longer than {most} characters. Shorten it.")));
    }
    if value.chars().any(char::is_control) {
        return Err(ApiError::malformed(format!("{field} holds control characters. Leave them out.")));
    }
    Ok(value)
}
