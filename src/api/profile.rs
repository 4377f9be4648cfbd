use latchkey_contract::password::ChangePassword;
use latchkey_contract::profile::{ChangeProfile, Profile};

use super::client::written;
use super::{Api, ApiError, Method};

const PROFILE: &str = "/api/v1/profile";

impl Api {
    pub async fn profile(self) -> Result<Profile, ApiError> {
        self.get(PROFILE.into()).await
    }

    /// `version-conflict` if it was changed in another window.
    pub async fn change_profile(self, body: &ChangeProfile) -> Result<Profile, ApiError> {
        self.call(Method::Put, PROFILE.into(), written(body)).await
    }

    /// Ends the account's other sessions.
    pub async fn change_password(self, body: &ChangePassword) -> Result<(), ApiError> {
        self.run(Method::Put, format!("{PROFILE}/password"), written(body)).await
    }
}
