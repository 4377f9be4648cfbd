use leptos::prelude::*;

use super::{Alert, AlertKind};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Alert", "Kinds", || {
            view! {
                <div class="stack">
                    <Alert>"Your request was sent. An administrator decides on it."</Alert>
                    <Alert kind=AlertKind::Success>"API access approved. Your credentials are ready."</Alert>
                    <Alert kind=AlertKind::Warning>"Whoever has this secret key can act for you."</Alert>
                    <Alert kind=AlertKind::Danger>"The secret key could not be replaced. Try again in a moment."</Alert>
                </div>
            }
            .into_any()
        }),
        Story::new("Alert", "With a title", || {
            view! {
                <Alert kind=AlertKind::Warning title="Important">
                    "Your secret key should be kept confidential. Do not share it in public repositories or unsecured environments."
                </Alert>
            }
            .into_any()
        }),
    ]
}
