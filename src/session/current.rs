use latchkey_contract::Password;
use latchkey_contract::session::{Account, Session, SignIn};
use leptos::prelude::*;
use uuid::Uuid;

use crate::api::{Api, ApiError};

/// What is known of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionState {
    /// The backend has not answered yet.
    Unknown,
    /// The backend could not be asked.
    Unreachable(ApiError),
    SignedOut,
    SignedIn(Session),
}

impl SessionState {
    fn session(&self) -> Option<&Session> {
        match self {
            Self::SignedIn(session) => Some(session),
            _ => None,
        }
    }
}

/// The session of this tab. Take it from the context with [`use_session`].
#[derive(Clone, Copy)]
pub struct CurrentSession {
    /// Without the guard that opens dialogs: it asks whether there is a session at all.
    api: Api,
    state: RwSignal<SessionState>,
    /// Signing out: the end of the session is no surprise.
    leaving: StoredValue<bool>,
    in_doubt: RwSignal<bool>,
}

/// The session of the context.
pub fn use_session() -> CurrentSession {
    expect_context()
}

impl CurrentSession {
    /// `api` must not be guarded.
    pub fn new(api: Api) -> Self {
        Self::in_state(api, SessionState::Unknown)
    }

    /// A session that is there already, for tests and stories.
    pub fn with(api: Api, session: Session) -> Self {
        Self::in_state(api, SessionState::SignedIn(session))
    }

    fn in_state(api: Api, state: SessionState) -> Self {
        Self {
            api,
            state: RwSignal::new(state),
            leaving: StoredValue::new(false),
            in_doubt: RwSignal::new(false),
        }
    }

    pub fn state(self) -> Signal<SessionState> {
        self.state.into()
    }

    pub fn session(self) -> Signal<Option<Session>> {
        Signal::derive(move || self.read(Clone::clone))
    }

    pub fn account(self) -> Signal<Option<Account>> {
        Signal::derive(move || self.read(|session| session.account.clone()))
    }

    pub fn is_administrator(self) -> bool {
        self.read(|session| session.account.is_administrator()).unwrap_or_default()
    }

    /// IANA name from the profile; `None` means the browser's own.
    pub fn time_zone(self) -> Option<String> {
        self.read(|session| session.account.time_zone.clone()).flatten()
    }

    pub fn account_id(self) -> Option<Uuid> {
        self.read(|session| session.account.id)
    }

    /// The account of the moment, without following it; `None` too once the app is gone.
    pub(crate) fn account_id_now(self) -> Option<Uuid> {
        self.state.try_with_untracked(|state| state.session().map(|session| session.account.id)).flatten()
    }

    /// Asks the backend who is signed in.
    pub async fn load(self) {
        let state = match self.api.session().await {
            Ok(session) => SessionState::SignedIn(session),
            Err(error) if error.is_not_signed_in() => SessionState::SignedOut,
            Err(error) => SessionState::Unreachable(error),
        };
        self.state.try_set(state);
    }

    /// Asks the backend who is signed in, and changes nothing here.
    pub async fn ask(self) -> Result<Session, ApiError> {
        self.api.session().await
    }

    /// Signs in at the backend. The caller decides what this tab makes of it, with [`CurrentSession::set`].
    pub async fn sign_in(self, email: String, password: Password) -> Result<Session, ApiError> {
        self.api.sign_in(&SignIn { email: email.trim().to_owned(), password }).await
    }

    /// Whatever the answer, this tab forgets the session if the backend did.
    pub async fn sign_out(self) -> Result<(), ApiError> {
        self.leaving.set_value(true);
        let answer = self.api.sign_out().await;
        self.leaving.try_set_value(false);
        match answer {
            Err(error) if !error.is_not_signed_in() => Err(error),
            _ => {
                self.state.try_set(SessionState::SignedOut);
                Ok(())
            }
        }
    }

    /// A newer session of this tab: signed in, confirmed again, or its account was changed.
    pub fn set(self, session: Session) {
        self.state.try_set(SessionState::SignedIn(session));
        self.in_doubt.try_set(false);
    }

    /// Whether the session turned out to be over, or somebody else's, and the reader has not signed in again since.
    pub fn in_doubt(self) -> Signal<bool> {
        self.in_doubt.into()
    }

    pub(super) fn doubt(self) {
        self.in_doubt.set(true);
    }

    pub(super) fn is_leaving(self) -> bool {
        self.leaving.get_value()
    }

    /// Forgets the session, as the backend did.
    pub fn forget(self) {
        self.state.try_set(SessionState::SignedOut);
    }

    fn read<T>(self, part: impl FnOnce(&Session) -> T) -> Option<T> {
        self.state.with(|state| state.session().map(part))
    }
}
