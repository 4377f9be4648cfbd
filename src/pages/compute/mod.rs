//! "Compute": the instances of the company, and what belongs to them.

#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::resources::{Kind, ResourcePage};
use crate::place::Place;
use crate::text;

const KINDS: &[Kind] = &[Kind::Instances, Kind::Volumes, Kind::VmSnapshots, Kind::SshKeys];

#[component]
pub fn Compute(place: Place) -> impl IntoView {
    view! { <ResourcePage title=text!(resources.compute) kinds=KINDS place /> }.into_any()
}
