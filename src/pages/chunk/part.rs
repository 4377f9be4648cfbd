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
    Overview,
    Compute,
    Network,
    Profile,
    Administration,
    Docs,
    /// What belongs to other parts of the cloud portal, or to nothing.
    Elsewhere,
    /// Signing in, and what may ask over any page.
    Session,
    /// API access in all states but the one in which keys work, and what ends keys.
    Access,
    /// What comes with what the reader chooses in the quick start of API Info.
    KeyTools,
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
            Self::Page(place) => match place {
                Place::SignIn => Chunk::Session,
                Place::Dashboard | Place::Activity => Chunk::Overview,
                Place::Instances | Place::Volumes | Place::VmSnapshots | Place::SshKeys => Chunk::Compute,
                Place::Networks | Place::SecurityGroups => Chunk::Network,
                Place::MyProfile | Place::ChangePassword => Chunk::Profile,
                Place::ApiRequests | Place::ApiUsers => Chunk::Administration,
                Place::Docs => Chunk::Docs,
                Place::ApiAccess => Chunk::Access,
                Place::Elsewhere(_) | Place::NotFound => Chunk::Elsewhere,
            },
            Self::SignInAgain(_) | Self::StepUp(_) | Self::OtherTab(_) | Self::Leave(_) => Chunk::Session,
            Self::KeyTool(_) => Chunk::KeyTools,
            Self::NotForAdministrators
            | Self::RequestPanel(_)
            | Self::KeysRefused(_)
            | Self::NoKey(_)
            | Self::ReplaceSecret(_)
            | Self::RevokeKey(_) => Chunk::Access,
        }
    }
}
