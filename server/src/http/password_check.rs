//! The one way a password is checked over HTTP: throttled, and for unknown accounts in the same time.

use std::net::IpAddr;

use latchkey_contract::Password;

use super::Portal;
use super::problem::ApiError;
use crate::passwords::PasswordError;
use crate::store::accounts::User;

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

impl From<PasswordError> for ApiError {
    fn from(error: PasswordError) -> Self {
        tracing::error!(%error, "a password could not be checked");
        Self::internal()
    }
}
