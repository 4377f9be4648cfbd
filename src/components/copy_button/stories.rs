use leptos::prelude::*;

use super::{Copied, CopyAction, CopyButton};
use crate::preview::Story;

fn ends_as(outcome: Copied) -> AnyView {
    let copy = CopyAction::new(move |()| {
        let outcome = outcome.clone();
        Box::pin(async move { outcome })
    });
    view! { <CopyButton label="Copy API key" what="API Key" copy /> }.into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Copy button", "Copies", || ends_as(Copied::Done)),
        Story::new("Copy button", "Refused", || ends_as(Copied::Refused)),
        Story::new("Copy button", "Failed", || {
            ends_as(Copied::Failed("The secret key could not be fetched. Try again in a moment.".to_owned()))
        }),
    ]
}
