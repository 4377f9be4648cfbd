use leptos::prelude::*;

use super::Authentication;
use crate::pages::docs::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Documentation: authentication", "Keys and session", || {
        view! { <Authentication document=fixture::document() /> }.into_any()
    })]
}
