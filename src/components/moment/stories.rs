use latchkey_contract::Timestamp;
use leptos::prelude::*;

use super::Moment;
use crate::preview::Story;

fn at() -> Timestamp {
    Timestamp("2026-03-01T09:30:00.000Z".to_owned())
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Moment", "Here", || view! { <Moment at=at() /> }.into_any()),
        Story::new("Moment", "In Kolkata", || {
            let zone = Signal::stored(Some("Asia/Kolkata".to_owned()));
            view! { <Moment at=at() zone /> }.into_any()
        }),
    ]
}
