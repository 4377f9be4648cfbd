use leptos::prelude::*;

use super::NotFound;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Page: Not found", "No such page", || view! { <main><NotFound /></main> }.into_any())]
}
