use leptos::prelude::*;

use super::SearchField;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Search field", "Empty", || with("")),
        Story::new("Search field", "Something typed", || with("web-1")),
    ]
}

fn with(text: &str) -> AnyView {
    let search = RwSignal::new(text.to_owned());
    view! { <SearchField label="Search" hint="Name, id or address" search on_typed=|()| {} /> }.into_any()
}
