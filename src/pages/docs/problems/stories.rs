use leptos::prelude::*;

use super::Problems;
use crate::pages::docs::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Documentation: problems", "Problem document", || {
        view! { <Problems document=fixture::document() /> }.into_any()
    })]
}
