use latchkey_contract::problem::FieldErrorCode;

use crate::text;

/// What is wrong with a field, in words.
pub fn field_error(code: FieldErrorCode) -> &'static str {
    match code {
        FieldErrorCode::Required => text!(errors.field.required),
        FieldErrorCode::TooShort => text!(errors.field.too_short),
        FieldErrorCode::TooLong => text!(errors.field.too_long),
        FieldErrorCode::NotAnEmail => text!(errors.field.not_an_email),
        FieldErrorCode::NotAPhoneNumber => text!(errors.field.not_a_phone_number),
        FieldErrorCode::NotACountry => text!(errors.field.not_a_country),
        FieldErrorCode::NotATimeZone => text!(errors.field.not_a_time_zone),
        FieldErrorCode::NotText => text!(errors.field.not_text),
        FieldErrorCode::Reserved => text!(errors.field.reserved),
        FieldErrorCode::Taken => text!(errors.field.taken),
        FieldErrorCode::WrongPassword => text!(errors.field.wrong_password),
        FieldErrorCode::Unchanged => text!(errors.field.unchanged),
        FieldErrorCode::Unknown => text!(errors.field.unknown),
    }
}
