use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use leptos::prelude::*;

use crate::app::Navigation;
use crate::pages::api_access::Asked;
use crate::pages::api_access::key_tools::Chosen;
use crate::place::Place;
use crate::session::{OtherTab, SignInAgain, StepUp};

/// Parts that are fetched together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chunk {
    /// Signing in, what may ask over any page, and what API Info shows beside keys that work.
    Session,
    /// The pages of everyday.
    Pages,
    /// Administration and the API documentation, which few open.
    Seldom,
}

/// A part of the view that comes with a chunk, and what it works on.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Page(Place),
    SignInAgain(SignInAgain),
    StepUp(StepUp),
    OtherTab(OtherTab),
    Leave(Navigation),
    NotForAdministrators,
    RequestPanel(Signal<AccessStatus>),
    KeysRefused(Signal<ApiAccess>),
    NoKey(Signal<ApiAccess>),
    ReplaceSecret(Asked),
    RevokeKey(Asked),
    KeyTool(Chosen),
}

impl Part {
    pub(super) fn chunk(self) -> Chunk {
        match self {
            Self::Page(Place::SignIn) => Chunk::Session,
            Self::Page(Place::ApiRequests | Place::ApiUsers | Place::Docs) => Chunk::Seldom,
            Self::Page(_) => Chunk::Pages,
            _ => Chunk::Session,
        }
    }
}
