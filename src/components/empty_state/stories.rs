use leptos::prelude::*;

use super::EmptyState;
use crate::components::{Button, IconName};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Empty state", "Nothing yet", || {
            view! {
                <EmptyState title="No requests are waiting">"When somebody asks for API access, it appears here by itself."</EmptyState>
            }
            .into_any()
        }),
        Story::new("Empty state", "Nothing found", || {
            view! {
                <EmptyState title="Nothing matches “volum”" icon=IconName::SEARCH_NOTHING>
                    <Button>"Clear search"</Button>
                </EmptyState>
            }
            .into_any()
        }),
    ]
}
