use latchkey_contract::admin::{Decision, RequestState};
use leptos::prelude::*;

use super::{Decided, Person, Stale, fixtures};
use crate::api::ApiError;
use crate::api::fake::FakeBackend;
use crate::components::BadgeKind;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Decided", "Not yet", || decided(BadgeKind::Warning, "Pending", None)),
        Story::new("Decided", "Without a reason", || {
            decided(BadgeKind::Success, "Approved", by_robin(RequestState::Approved, None))
        }),
        Story::new("Decided", "With a reason", || {
            let why = "Please name the system that needs it.";
            decided(BadgeKind::Danger, "Denied", by_robin(RequestState::Denied, Some(why)))
        }),
        Story::new("Person", "By name and e-mail", || {
            view! { <Person name="Uma Userton".to_owned() email="user@demo.example".to_owned() /> }.into_any()
        }),
        Story::new("Stale list", "Offline", || {
            view! { <Stale failure=Signal::stored(Some(ApiError::Offline)) on_retry=|()| () /> }.into_any()
        }),
    ]
}

fn decided(kind: BadgeKind, state: &'static str, decision: Option<Decision>) -> AnyView {
    on_fake_as(&FakeBackend::new(), administrator());
    view! { <Decided kind state decision /> }.into_any()
}

fn by_robin(state: RequestState, reason: Option<&str>) -> Option<Decision> {
    fixtures::decided(fixtures::request(10, "Uma Userton", "Demo Ltd", None), state, reason).decision
}
