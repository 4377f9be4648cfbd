//! The screens. One folder each.

pub mod activity;
pub mod admin_requests;
pub mod admin_users;
#[cfg(feature = "stories")]
pub mod administration;
#[cfg(not(feature = "stories"))]
mod administration;
pub mod api_access;
pub mod change_password;
mod chunk;
pub mod company_profile;
pub mod compute;
pub mod dashboard;
pub mod docs;
pub mod elsewhere;
#[cfg(feature = "stories")]
pub mod fixture;
pub mod my_profile;
pub mod network;
pub mod not_found;
pub mod resources;
pub mod sign_in;
mod starting;

use leptos::prelude::*;

use crate::place::{Elsewhere, Place};
use crate::session::use_session;

use chunk::Chunk;
pub use starting::Starting;

/// The page of a place.
pub fn at(place: Place) -> AnyView {
    match place {
        // On the way to the return path.
        Place::SignIn => view! { <Starting /> }.into_any(),
        Place::Dashboard | Place::Activity => chunk::page(Chunk::Overview, place),
        Place::Instances | Place::Volumes | Place::VmSnapshots | Place::SshKeys => {
            chunk::page(Chunk::Compute, place)
        }
        Place::Networks | Place::SecurityGroups => chunk::page(Chunk::Network, place),
        Place::MyProfile | Place::ChangePassword => chunk::page(Chunk::Profile, place),
        Place::ApiAccess => view! { <api_access::ApiAccessPage /> }.into_any(),
        Place::ApiRequests | Place::ApiUsers if !untrack(|| use_session().is_administrator()) => {
            view! { <not_found::NotFound /> }.into_any()
        }
        Place::ApiRequests | Place::ApiUsers => chunk::page(Chunk::Administration, place),
        Place::Docs => chunk::page(Chunk::Docs, place),
        Place::Elsewhere(part) => elsewhere_at(part),
        Place::NotFound => view! { <not_found::NotFound /> }.into_any(),
    }
}

fn elsewhere_at(part: Elsewhere) -> AnyView {
    if Place::Elsewhere(part).is_profile() {
        view! { <elsewhere::ElsewhereInProfile part /> }.into_any()
    } else {
        view! { <elsewhere::ElsewherePage part /> }.into_any()
    }
}
