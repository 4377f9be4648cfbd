use leptos::prelude::*;

use super::operation_view;
use crate::pages::docs::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Documentation: operation";
    vec![
        Story::new(group, "List for scripts", || of("zonelist")),
        Story::new(group, "With a body", || of("deny_request")),
        Story::new(group, "That needs nothing", || of("portal_config")),
    ]
}

fn of(id: &str) -> AnyView {
    let document = fixture::document();
    let all = document.groups();
    let operation = all.iter().flat_map(|group| &group.operations).find(|operation| operation.id == id);
    operation
        .map(|operation| operation_view(&document, operation, Signal::stored(fixture::bases())))
        .into_any()
}
