use leptos::prelude::*;

use super::prose;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Documentation: prose", "Paragraphs, list and code", whole)]
}

fn whole() -> AnyView {
    let text = "Lists the zones of the `cloud`.\n\nNarrow it down:\n\n- by `uuid`\n- by name\n\nAt most [`crate::validation::REASON_MAX`] characters.";
    prose(text).into_any()
}
