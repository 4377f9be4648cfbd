use latchkey_contract::session::{OwnSessions, Session, SignIn, StepUp};
use uuid::Uuid;

use super::client::{nothing, written};
use super::{Api, ApiError, Method};

pub(super) const SESSION: &str = "/api/v1/session";
const SESSIONS: &str = "/api/v1/sessions";

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

    /// The caller's own sessions, last seen first.
    pub async fn own_sessions(self) -> Result<OwnSessions, ApiError> {
        self.get(SESSIONS.into()).await
    }

    /// Ends another session of the caller's own; `not-found` if it has ended before.
    pub async fn end_session(self, id: Uuid) -> Result<(), ApiError> {
        self.run(Method::Delete, format!("{SESSIONS}/{id}"), nothing()).await
    }

    /// Ends all sessions of the caller's own but this one.
    pub async fn end_other_sessions(self) -> Result<(), ApiError> {
        self.run(Method::Delete, SESSIONS.into(), nothing()).await
    }
}
