use leptos::prelude::*;

use super::CopyableCode;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Copyable code", "Copied", || shown(CopyOutcome::Done)),
        Story::new("Copyable code", "Where the browser does not copy", || shown(CopyOutcome::Refused)),
    ]
}

fn shown(outcome: CopyOutcome) -> AnyView {
    provide_context(FakeClipboard::that(outcome).clipboard());
    let code = Signal::stored("curl 'https://portal.example/restapi/zone/zonelist'".to_owned());
    view! { <CopyableCode code label="curl command" copy="Copy curl command" /> }.into_any()
}
