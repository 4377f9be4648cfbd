//! "Network": the networks of the company, and what guards them.

#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::resources::{Kind, ResourcePage};
use crate::place::Place;
use crate::text;

const KINDS: &[Kind] = &[Kind::Networks, Kind::SecurityGroups];

#[component]
pub fn Network(place: Place) -> impl IntoView {
    view! { <ResourcePage title=text!(resources.network) kinds=KINDS place /> }.into_any()
}
