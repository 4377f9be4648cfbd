use latchkey_contract::PlainSecret;
use leptos::prelude::*;

use super::{MaskedSecret, SecretSlot};
use crate::preview::Story;

fn showing(secret: Option<&'static str>) -> AnyView {
    let slot = SecretSlot::new();
    Effect::new(move || {
        if let Some(secret) = secret {
            slot.put(&PlainSecret::from(secret.to_owned()));
        }
    });
    view! {
        <div class="stack">
            <h2 id="story-secret">"Secret Key"</h2>
            <MaskedSecret secret=slot labelledby="story-secret" />
        </div>
    }
    .into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Masked secret", "Hidden", || showing(None)),
        Story::new("Masked secret", "Shown", || {
            showing(Some("lks_4tVbN8sQzR1yWm6KcJx3GhUa0LpEo7DfTiB2nX5M2gh7Lk"))
        }),
    ]
}
