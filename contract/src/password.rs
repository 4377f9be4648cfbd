use serde::{Deserialize, Serialize};

use crate::Password;
use crate::problem::{FieldError, FieldErrorCode};
use crate::secret::expose_password;
use crate::validation::Check;

/// Fewest characters of a new password (NIST SP 800-63B, section 3.1.1.2, asks for 8 beside a second factor; Latchkey
/// guards secrets by this one factor and asks for more).
pub const PASSWORD_MIN: usize = 12;
/// Most characters of a password.
pub const PASSWORD_MAX: usize = 256;

/// Body of `PUT /api/v1/profile/password`. Ends the account's other sessions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    #[serde(serialize_with = "expose_password")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub old_password: Password,
    #[serde(serialize_with = "expose_password")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub new_password: Password,
}

impl ChangePassword {
    pub fn check(&self) -> Vec<FieldError> {
        let mut check = Check::default();
        if self.old_password.is_empty() {
            check.refuse("old_password", FieldErrorCode::Required);
        }
        if let Some(code) = refusal_of_new_password(&self.new_password) {
            check.refuse("new_password", code);
        } else if self.new_password.expose() == self.old_password.expose() {
            check.refuse("new_password", FieldErrorCode::Unchanged);
        }
        check.errors
    }
}

/// Why a new password is refused, if it is. Any characters are welcome; only the length counts.
pub fn refusal_of_new_password(password: &Password) -> Option<FieldErrorCode> {
    match password.expose().chars().count() {
        0 => Some(FieldErrorCode::Required),
        n if n < PASSWORD_MIN => Some(FieldErrorCode::TooShort),
        n if n > PASSWORD_MAX => Some(FieldErrorCode::TooLong),
        _ => None,
    }
}
