use leptos::prelude::*;

use super::ApiEmblem;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Emblem", "API access", || view! { <ApiEmblem /> }.into_any())]
}
