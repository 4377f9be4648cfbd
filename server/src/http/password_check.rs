//! The one way a password is checked over HTTP: throttled, and for unknown accounts in the same time.

use std::net::IpAddr;

use latchkey_contract::Password;

use super::Portal;
use super::problem::ApiError;
use crate::passwords::PasswordError;
use crate::store::accounts::User;
use crate::store::sessions::ConfirmedError;

impl Portal {
    /// Whether `password` is that of `user`, who was looked up by `email`. A wrong one counts against the client's address
    /// and the account at that address.
    ///
    /// # Errors
    /// 429 while this client has to wait.
    pub(crate) async fn check_password(
        &self,
        email: &str,
        user: Option<&User>,
        password: &Password,
        address: IpAddr,
    ) -> Result<bool, ApiError> {
        let attempt = self.password_throttle.begin(email, address)?;
        let right = self.passwords.verify(user.map(|user| user.password_hash.as_str()), password).await?;
        if right {
            attempt.succeeded();
        }
        Ok(right)
    }
}

/// In a session that is there: it has ended meanwhile, or has to be begun anew with the present password.
impl From<ConfirmedError> for ApiError {
    fn from(error: ConfirmedError) -> Self {
        match error {
            ConfirmedError::Overtaken => Self::not_signed_in(),
            ConfirmedError::Store(error) => error.into(),
        }
    }
}

impl From<PasswordError> for ApiError {
    fn from(error: PasswordError) -> Self {
        tracing::error!(%error, "a password could not be checked");
        Self::internal()
    }
}
