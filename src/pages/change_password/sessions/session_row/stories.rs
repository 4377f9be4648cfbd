use latchkey_contract::session::OwnSession;
use leptos::prelude::*;

use super::SessionRow;
use crate::api::fake::FakeBackend;
use crate::pages::change_password::fixtures;
use crate::pages::change_password::sessions::SessionActions;
use crate::pages::fixture::{NOW, on_fake};
use crate::preview::Story;
use crate::reading::Reading;

pub fn stories() -> Vec<Story> {
    let group = "Session";
    vec![
        Story::new(group, "This browser", || with(fixtures::this_browser())),
        Story::new(group, "Seen long ago", || with(fixtures::phone())),
        Story::new(group, "A script at a long address", || with(fixtures::script())),
        Story::new(group, "Unknown browser", || {
            with(OwnSession { user_agent: String::new(), ..fixtures::laptop() })
        }),
    ]
}

fn with(session: OwnSession) -> AnyView {
    on_fake(&FakeBackend::new());
    let actions = SessionActions::new(Reading::idle(|| async { Ok(fixtures::sessions()) }));
    let now = Signal::stored(NOW);
    view! { <ul class="own-sessions"><SessionRow session=Signal::stored(session) now actions /></ul> }
        .into_any()
}
