use leptos::prelude::*;

use super::Network;
use crate::pages::fixture::on_fake;
use crate::pages::resources::fixtures;
use crate::place::Place;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: Network";
    vec![
        Story::new(group, "Networks", || at(Place::Networks)),
        Story::new(group, "Security groups", || at(Place::SecurityGroups)),
    ]
}

fn at(place: Place) -> AnyView {
    on_fake(&fixtures::backend());
    view! { <Network place /> }.into_any()
}
