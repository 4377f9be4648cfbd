use latchkey_contract::ProblemKind;
use latchkey_contract::session::{OwnSession, OwnSessions};
use leptos::prelude::*;

use super::SessionsCard;
use crate::api::fake::FakeBackend;
use crate::api::{Method, use_api};
use crate::pages::change_password::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;
use crate::reading::read;

pub fn stories() -> Vec<Story> {
    let group = "Where you're signed in";
    vec![
        Story::new(group, "Several sessions", || with(fixtures::sessions().items)),
        Story::new(group, "Only this browser", || with(vec![fixtures::this_browser()])),
        Story::new(group, "Loading", || {
            let backend = FakeBackend::new();
            backend.hold();
            on(&backend)
        }),
        Story::new(group, "Out of reach", || {
            let backend = FakeBackend::new();
            backend.set_offline(true);
            on(&backend)
        }),
        Story::new(group, "Not signed out", || {
            let backend = fixtures::backend(fixtures::sessions());
            for path in [fixtures::SESSIONS, &fixtures::path_of(&fixtures::laptop())] {
                backend.forget(Method::Delete, path);
                backend.refuse(Method::Delete, path, 503, ProblemKind::Unavailable);
            }
            on(&backend)
        }),
    ]
}

fn with(items: Vec<OwnSession>) -> AnyView {
    on(&fixtures::backend(OwnSessions { items }))
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    let api = use_api();
    let list = read(move || api.own_sessions());
    view! { <div class="card"><SessionsCard list /></div> }.into_any()
}
