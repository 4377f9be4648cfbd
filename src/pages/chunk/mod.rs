//! Pages whose code is not part of what everybody loads: a chunk is fetched when one of its pages is first opened.

#[cfg(feature = "split")]
mod fetched;
#[cfg(feature = "split")]
mod split;

use leptos::prelude::*;

use super::{
    activity, admin_requests, admin_users, api_access, change_password, dashboard, docs, my_profile,
};
use crate::place::Place;

/// Pages that are fetched together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    Overview,
    Profile,
    Administration,
    Docs,
    /// A part of API Info: what comes with what the reader chooses there.
    KeyTools,
}

/// Builds the pages of a chunk.
type Pages = fn(Place) -> AnyView;

fn overview(place: Place) -> AnyView {
    match place {
        Place::Activity => view! { <activity::MyActivity /> }.into_any(),
        _ => view! { <dashboard::Dashboard /> }.into_any(),
    }
}

fn profile(place: Place) -> AnyView {
    match place {
        Place::ChangePassword => view! { <change_password::ChangePasswordPage /> }.into_any(),
        _ => view! { <my_profile::MyProfile /> }.into_any(),
    }
}

fn administration(place: Place) -> AnyView {
    match place {
        Place::ApiUsers => view! { <admin_users::ApiUsers /> }.into_any(),
        _ => view! { <admin_requests::ApiRequests /> }.into_any(),
    }
}

fn docs(_: Place) -> AnyView {
    view! { <docs::Docs /> }.into_any()
}

fn key_tools(_: Place) -> AnyView {
    api_access::key_tools::view()
}

/// A page of a chunk. Where the app is built as one piece, all of it is at hand.
#[cfg(not(feature = "split"))]
pub(super) fn page(chunk: Chunk, place: Place) -> AnyView {
    let pages: Pages = match chunk {
        Chunk::Overview => overview,
        Chunk::Profile => profile,
        Chunk::Administration => administration,
        Chunk::Docs => docs,
        Chunk::KeyTools => key_tools,
    };
    pages(place)
}

/// A page of a chunk: at once if the chunk is there, else as soon as it is.
#[cfg(feature = "split")]
pub(super) fn page(chunk: Chunk, place: Place) -> AnyView {
    split::at_hand(chunk)
        .map_or_else(|| view! { <fetched::Fetched chunk place /> }.into_any(), |pages| pages(place))
}
