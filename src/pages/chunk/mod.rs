//! Pages whose code is not part of what everybody loads: a chunk is fetched when one of its pages is first opened.

#[cfg(feature = "split")]
mod fetched;
#[cfg(feature = "split")]
mod split;

use leptos::prelude::*;

use super::{
    activity, admin_requests, admin_users, change_password, compute, dashboard, docs, my_profile, network,
};
use crate::place::Place;

/// Pages that are fetched together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    Overview,
    Compute,
    Network,
    Profile,
    Administration,
    Docs,
}

/// Builds the pages of a chunk.
type Pages = fn(Place) -> AnyView;

fn overview(place: Place) -> AnyView {
    match place {
        Place::Activity => view! { <activity::MyActivity /> }.into_any(),
        _ => view! { <dashboard::Dashboard /> }.into_any(),
    }
}

fn compute(place: Place) -> AnyView {
    view! { <compute::Compute place /> }.into_any()
}

fn network(place: Place) -> AnyView {
    view! { <network::Network place /> }.into_any()
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

/// A page of a chunk. Where the app is built as one piece, all of it is at hand.
#[cfg(not(feature = "split"))]
pub(super) fn page(chunk: Chunk, place: Place) -> AnyView {
    let pages: Pages = match chunk {
        Chunk::Overview => overview,
        Chunk::Compute => compute,
        Chunk::Network => network,
        Chunk::Profile => profile,
        Chunk::Administration => administration,
        Chunk::Docs => docs,
    };
    pages(place)
}

/// A page of a chunk: at once if the chunk is there, else as soon as it is.
#[cfg(feature = "split")]
pub(super) fn page(chunk: Chunk, place: Place) -> AnyView {
    split::at_hand(chunk)
        .map_or_else(|| view! { <fetched::Fetched chunk place /> }.into_any(), |pages| pages(place))
}
