use leptos::prelude::*;

use super::LoadMore;
use crate::preview::Story;

fn at(more: bool, busy: bool) -> AnyView {
    view! { <LoadMore shown=50_usize more busy on_more=|()| {} /> }.into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Load more", "More", || at(true, false)),
        Story::new("Load more", "Busy", || at(true, true)),
        Story::new("Load more", "All", || at(false, false)),
    ]
}
