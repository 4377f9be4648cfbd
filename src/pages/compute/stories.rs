use latchkey_contract::session::Account;
use leptos::prelude::*;

use super::Compute;
use crate::pages::fixture::{administrator, on_fake_as, user};
use crate::pages::resources::fixtures;
use crate::place::Place;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: Compute";
    vec![
        Story::new(group, "Instances", || at(Place::Instances, user())),
        Story::new(group, "Volumes", || at(Place::Volumes, user())),
        Story::new(group, "VM snapshots", || at(Place::VmSnapshots, user())),
        Story::new(group, "SSH keys", || at(Place::SshKeys, user())),
        Story::new(group, "Of an administrator", || at(Place::Instances, administrator())),
    ]
}

fn at(place: Place, account: Account) -> AnyView {
    on_fake_as(&fixtures::backend(), account);
    view! { <Compute place /> }.into_any()
}
