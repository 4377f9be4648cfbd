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
pub(crate) mod chunk;
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
mod shell_command;
pub mod sign_in;
mod stand_in;
mod starting;

use leptos::prelude::*;

use crate::place::Place;
use crate::session::use_session;
use chunk::Part;

pub(crate) use stand_in::stand_in;
pub use starting::Starting;

/// The page of a place.
pub fn at(place: Place) -> AnyView {
    match place {
        // On the way to the return address.
        Place::SignIn => view! { <Starting place /> }.into_any(),
        Place::ApiAccess => view! { <api_access::ApiAccessPage /> }.into_any(),
        Place::ApiRequests | Place::ApiUsers if !untrack(|| use_session().is_administrator()) => {
            chunk::show(Part::Page(Place::NotFound))
        }
        _ => chunk::show(Part::Page(place)),
    }
}
