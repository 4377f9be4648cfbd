use leptos::prelude::*;

use super::RoleCard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Role card", "Billing Admin", || with("Billing Admin")),
        Story::new("Role card", "A long name", || with("Administrator of Networks and Virtual Machines")),
    ]
}

fn with(role: &str) -> AnyView {
    view! { <RoleCard role=Signal::stored(role.to_owned()) /> }.into_any()
}
