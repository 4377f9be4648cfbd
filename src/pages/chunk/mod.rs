//! Parts of the view whose code is not part of what everybody loads: a chunk is fetched when one of its parts is first
//! shown. There are few chunks: what two of them share is a file of its own, and so is what three of them share.

mod dialog;
mod fetched;
mod part;
#[cfg_attr(feature = "split", path = "split.rs")]
#[cfg_attr(not(feature = "split"), path = "whole.rs")]
mod source;

use leptos::prelude::*;

use super::api_access::{key_tools, keys_refused, no_key, panel, replace_secret, request_panel, revoke_key};
use super::{
    activity, admin_requests, admin_users, change_password, compute, dashboard, docs, elsewhere, my_profile,
    network, not_found, sign_in,
};
use crate::app::LeaveDialog;
use crate::place::Place;
use crate::session::{OtherTabDialog, SignInAgainDialog, StepUpDialog};
use fetched::Fetched;

pub(crate) use dialog::FetchedDialog;
pub(crate) use part::{Chunk, Part};

/// Builds the parts of a chunk.
type Parts = fn(Part) -> AnyView;

/// A part of a chunk: at once if the chunk is there, else as soon as it is.
pub(crate) fn show(part: Part) -> AnyView {
    match source::at_hand(part.chunk()) {
        Some(parts) => parts(part),
        None => view! { <Fetched part /> }.into_any(),
    }
}

fn session(part: Part) -> AnyView {
    match part {
        Part::SignInAgain(sign_in_again) => view! { <SignInAgainDialog sign_in_again /> }.into_any(),
        Part::StepUp(step_up) => view! { <StepUpDialog step_up /> }.into_any(),
        Part::OtherTab(other_tab) => view! { <OtherTabDialog other_tab /> }.into_any(),
        Part::Leave(navigation) => view! { <LeaveDialog navigation /> }.into_any(),
        Part::RequestPanel(status) => view! { <request_panel::RequestPanel status /> }.into_any(),
        Part::KeysRefused(access) => view! { <keys_refused::KeysRefused access /> }.into_any(),
        Part::NoKey(access) => view! { <no_key::NoKey access /> }.into_any(),
        Part::ReplaceSecret(asked) => view! { <replace_secret::ReplaceDialog asked /> }.into_any(),
        Part::RevokeKey(asked) => view! { <revoke_key::RevokeDialog asked /> }.into_any(),
        Part::KeyTool(chosen) => key_tools::view(chosen),
        Part::NotForAdministrators => view! { <panel::NotForAdministrators /> }.into_any(),
        Part::Page(_) => view! { <sign_in::SignInPage /> }.into_any(),
    }
}

fn pages(part: Part) -> AnyView {
    let Part::Page(place) = part else { return ().into_any() };
    match place {
        Place::Dashboard => view! { <dashboard::Dashboard /> }.into_any(),
        Place::Activity => view! { <activity::MyActivity /> }.into_any(),
        Place::MyProfile => view! { <my_profile::MyProfile /> }.into_any(),
        Place::ChangePassword => view! { <change_password::ChangePasswordPage /> }.into_any(),
        Place::Networks | Place::SecurityGroups => view! { <network::Network place /> }.into_any(),
        Place::Instances | Place::Volumes | Place::VmSnapshots | Place::SshKeys => {
            view! { <compute::Compute place /> }.into_any()
        }
        Place::Elsewhere(part) if place.is_profile() => {
            view! { <elsewhere::ElsewhereInProfile part /> }.into_any()
        }
        Place::Elsewhere(part) => view! { <elsewhere::ElsewherePage part /> }.into_any(),
        _ => view! { <not_found::NotFound /> }.into_any(),
    }
}

fn seldom(part: Part) -> AnyView {
    match part {
        Part::Page(Place::ApiUsers) => view! { <admin_users::ApiUsers /> }.into_any(),
        Part::Page(Place::ApiRequests) => view! { <admin_requests::ApiRequests /> }.into_any(),
        _ => view! { <docs::Docs /> }.into_any(),
    }
}
