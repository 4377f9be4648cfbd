use leptos::prelude::*;

use super::{Icon, IconName, Spinner};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Icon", "All", || {
            let icons = IconName::ALL.iter().map(|&(word, name)| {
                view! { <li><Icon name />{word}</li> }
            });
            view! { <ul class="icon-list">{icons.collect_view()}</ul> }.into_any()
        }),
        Story::new("Icon", "Spinner", || view! { <Spinner /> }.into_any()),
    ]
}
