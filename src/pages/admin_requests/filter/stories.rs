use leptos::prelude::*;

use super::{Filter, FilterLinks};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Request filter", "Denied", || {
        view! { <FilterLinks filter=Signal::stored(Filter::Denied) /> }.into_any()
    })]
}
