use leptos::prelude::*;

use super::ThemeSwitch;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Theme switch", "Three choices", || view! { <ThemeSwitch /> }.into_any())]
}
