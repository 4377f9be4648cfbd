use latchkey_contract::activity::Act;
use leptos::prelude::*;

use super::Entry;
use crate::pages::activity::fixture::activity;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Activity entry", "Own", || with(Act::SignedIn, "Uma Userton")),
        Story::new("Activity entry", "By an administrator, with a reason", || {
            with(Act::AccessDenied, "Ada Admin")
        }),
        Story::new("Activity entry", "About an API key", || with(Act::SecretCopied, "Uma Userton")),
        Story::new("Activity entry", "Done by a script", || with(Act::InstanceCreated, "Uma Userton")),
        Story::new("Activity entry", "Of a newer backend", || with(Act::Unknown, "Ada Admin")),
    ]
}

fn with(act: Act, actor: &str) -> AnyView {
    let entry = activity(1, "2026-03-02T08:30:00.000Z", act, actor);
    view! { <ul class="activity-list"><Entry activity=entry when="9:30 AM".into() reader="Uma Userton".into() /></ul> }.into_any()
}
