use leptos::prelude::*;

use super::SectionTabs;
use crate::pages::resources::Kind;
use crate::preview::Story;

const KINDS: &[Kind] = &[Kind::Instances, Kind::Volumes, Kind::VmSnapshots, Kind::SshKeys];

pub fn stories() -> Vec<Story> {
    vec![Story::new("Section tabs", "Compute", || {
        view! { <SectionTabs label="Compute" kinds=KINDS here=Kind::Volumes /> }.into_any()
    })]
}
