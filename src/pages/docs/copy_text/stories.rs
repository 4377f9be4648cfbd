use leptos::prelude::*;

use super::CopyText;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Documentation: copy";
    vec![
        Story::new(group, "Works", || with(CopyOutcome::Done)),
        Story::new(group, "Refused by the browser", || with(CopyOutcome::Refused)),
    ]
}

fn with(outcome: CopyOutcome) -> AnyView {
    provide_context(FakeClipboard::that(outcome).clipboard());
    view! { <CopyText text=Signal::stored("curl 'https://portal.example'".to_owned()) name="curl command".to_owned() /> }
        .into_any()
}
