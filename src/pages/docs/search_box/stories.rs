use leptos::prelude::*;

use super::SearchBox;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Documentation: search";
    vec![
        Story::new(group, "Empty", || with("", 29)),
        Story::new(group, "Some found", || with("zone", 2)),
        Story::new(group, "Nothing found", || with("teapot", 0)),
    ]
}

fn with(query: &str, found: usize) -> AnyView {
    view! { <SearchBox query=RwSignal::new(query.to_owned()) found=Signal::stored(found) /> }.into_any()
}
