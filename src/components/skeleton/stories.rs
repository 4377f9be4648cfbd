use leptos::prelude::*;

use super::Skeleton;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Skeleton", "Text", || view! { <Skeleton lines=4 /> }.into_any()),
        Story::new("Skeleton", "Panel", || view! { <Skeleton emblem=true /> }.into_any()),
    ]
}
