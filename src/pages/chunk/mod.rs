//! Parts of the view whose code is not part of what everybody loads: a chunk is fetched when one of its parts is first
//! shown.

mod dialog;
#[cfg(feature = "split")]
mod fetched;
mod part;
#[cfg(feature = "split")]
mod split;

use leptos::prelude::*;

use super::api_access::{key_tools, keys_refused, no_key, panel, replace_secret, request_panel, revoke_key};
use super::{
    activity, admin_requests, admin_users, change_password, compute, dashboard, docs, elsewhere, my_profile,
    network, not_found, sign_in,
};
use crate::app::LeaveDialog;
use crate::place::Place;
use crate::session::{OtherTabDialog, SignInAgainDialog, StepUpDialog};

pub(crate) use dialog::FetchedDialog;
pub(crate) use part::{Chunk, Part};

/// Builds the parts of a chunk.
type Parts = fn(Part) -> AnyView;

fn overview(part: Part) -> AnyView {
    match part {
        Part::Page(Place::Activity) => view! { <activity::MyActivity /> }.into_any(),
        _ => view! { <dashboard::Dashboard /> }.into_any(),
    }
}

fn compute(part: Part) -> AnyView {
    let Part::Page(place) = part else { return ().into_any() };
    view! { <compute::Compute place /> }.into_any()
}

fn network(part: Part) -> AnyView {
    let Part::Page(place) = part else { return ().into_any() };
    view! { <network::Network place /> }.into_any()
}

fn profile(part: Part) -> AnyView {
    match part {
        Part::Page(Place::ChangePassword) => view! { <change_password::ChangePasswordPage /> }.into_any(),
        _ => view! { <my_profile::MyProfile /> }.into_any(),
    }
}

fn administration(part: Part) -> AnyView {
    match part {
        Part::Page(Place::ApiUsers) => view! { <admin_users::ApiUsers /> }.into_any(),
        _ => view! { <admin_requests::ApiRequests /> }.into_any(),
    }
}

fn docs(_: Part) -> AnyView {
    view! { <docs::Docs /> }.into_any()
}

fn tools(part: Part) -> AnyView {
    let Part::KeyTool(chosen) = part else { return ().into_any() };
    key_tools::view(chosen)
}

fn elsewhere(part: Part) -> AnyView {
    match part {
        Part::Page(place @ Place::Elsewhere(part)) if place.is_profile() => {
            view! { <elsewhere::ElsewhereInProfile part /> }.into_any()
        }
        Part::Page(Place::Elsewhere(part)) => view! { <elsewhere::ElsewherePage part /> }.into_any(),
        _ => view! { <not_found::NotFound /> }.into_any(),
    }
}

fn session(part: Part) -> AnyView {
    match part {
        Part::SignInAgain(sign_in_again) => view! { <SignInAgainDialog sign_in_again /> }.into_any(),
        Part::StepUp(step_up) => view! { <StepUpDialog step_up /> }.into_any(),
        Part::OtherTab(other_tab) => view! { <OtherTabDialog other_tab /> }.into_any(),
        Part::Leave(navigation) => view! { <LeaveDialog navigation /> }.into_any(),
        _ => view! { <sign_in::SignInPage /> }.into_any(),
    }
}

fn access(part: Part) -> AnyView {
    match part {
        Part::RequestPanel(status) => view! { <request_panel::RequestPanel status /> }.into_any(),
        Part::KeysRefused(access) => view! { <keys_refused::KeysRefused access /> }.into_any(),
        Part::NoKey(access) => view! { <no_key::NoKey access /> }.into_any(),
        Part::ReplaceSecret(asked) => view! { <replace_secret::ReplaceDialog asked /> }.into_any(),
        Part::RevokeKey(asked) => view! { <revoke_key::RevokeDialog asked /> }.into_any(),
        _ => view! { <panel::NotForAdministrators /> }.into_any(),
    }
}

/// What builds the parts of a chunk, where the app is built as one piece: all of it is at hand.
#[cfg(not(feature = "split"))]
fn at_hand(chunk: Chunk) -> Option<Parts> {
    Some(match chunk {
        Chunk::Overview => overview,
        Chunk::Compute => compute,
        Chunk::Network => network,
        Chunk::Profile => profile,
        Chunk::Administration => administration,
        Chunk::Docs => docs,
        Chunk::KeyTools => tools,
        Chunk::Elsewhere => elsewhere,
        Chunk::Session => session,
        Chunk::Access => access,
    })
}

#[cfg(feature = "split")]
use split::at_hand;

/// A part of a chunk: at once if the chunk is there, else as soon as it is.
pub(crate) fn show(part: Part) -> AnyView {
    match at_hand(part.chunk()) {
        Some(parts) => parts(part),
        #[cfg(feature = "split")]
        None => view! { <fetched::Fetched part /> }.into_any(),
        #[cfg(not(feature = "split"))]
        None => ().into_any(),
    }
}
