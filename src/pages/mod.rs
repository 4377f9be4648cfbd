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
pub mod company_profile;
pub mod dashboard;
pub mod docs;
pub mod elsewhere;
#[cfg(feature = "stories")]
pub mod fixture;
pub mod my_profile;
pub mod not_found;
pub mod sign_in;
mod starting;

use leptos::prelude::*;

use crate::place::{Elsewhere, Place};
use crate::session::use_session;

pub use starting::Starting;

/// The page of a place, for somebody who is signed in.
pub fn at(place: Place) -> AnyView {
    match place {
        // On the way to the return path.
        Place::SignIn => view! { <Starting /> }.into_any(),
        Place::Dashboard => view! { <dashboard::Dashboard /> }.into_any(),
        Place::MyProfile => view! { <my_profile::MyProfile /> }.into_any(),
        Place::ChangePassword => view! { <change_password::ChangePasswordPage /> }.into_any(),
        Place::ApiAccess => view! { <api_access::ApiAccessPage /> }.into_any(),
        Place::Activity => view! { <activity::MyActivity /> }.into_any(),
        Place::ApiRequests | Place::ApiUsers if !untrack(|| use_session().is_administrator()) => {
            view! { <not_found::NotFound /> }.into_any()
        }
        Place::ApiRequests => view! { <admin_requests::ApiRequests /> }.into_any(),
        Place::ApiUsers => view! { <admin_users::ApiUsers /> }.into_any(),
        Place::Docs => view! { <docs::Docs /> }.into_any(),
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
