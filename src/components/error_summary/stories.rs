use leptos::prelude::*;

use super::{ErrorSummary, RefusedField};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Error summary", "One field", || with(1)),
        Story::new("Error summary", "Several fields", || with(3)),
        Story::new("Error summary", "Nothing is wrong", || with(0)),
    ]
}

fn with(count: usize) -> AnyView {
    let all = [
        ("first-name", "First Name", "Fill this in."),
        ("mobile", "Mobile Number", "Enter a phone number with digits, spaces and an optional leading +."),
        ("city", "City", "Fill this in."),
    ];
    let refused = all.into_iter().take(count).map(|(place, label, message)| RefusedField {
        place: place.to_owned(),
        label,
        message,
    });
    view! { <ErrorSummary refused=Signal::stored(refused.collect::<Vec<_>>()) /> }.into_any()
}
