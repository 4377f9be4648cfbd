use latchkey_contract::session::{Session, SignIn, StepUp};

use super::client::{nothing, written};
use super::{Api, ApiError, Method};

pub(super) const SESSION: &str = "/api/v1/session";

impl Api {
    /// Who is signed in; `not-signed-in` if nobody is.
    pub async fn session(self) -> Result<Session, ApiError> {
        self.get(SESSION.into()).await
    }

    pub async fn sign_in(self, body: &SignIn) -> Result<Session, ApiError> {
        self.call(Method::Post, SESSION.into(), written(body)).await
    }

    pub async fn sign_out(self) -> Result<(), ApiError> {
        self.run(Method::Delete, SESSION.into(), nothing()).await
    }

    /// Confirms the password for acts that touch a secret; `wrong-password` if it is not the one.
    pub async fn step_up(self, body: &StepUp) -> Result<Session, ApiError> {
        self.call(Method::Post, format!("{SESSION}/step-up"), written(body)).await
    }
}
