use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use super::FirstCommand;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures as access;
use crate::pages::fixture::on_fake;
use crate::pages::resources::{Kind, fixtures};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "First command";
    vec![
        Story::new(group, "Of an instance", || on(&of(&access::approved()), Kind::Instances)),
        Story::new(group, "Without a network", || on(&fixtures::backend_of_nothing(), Kind::Instances)),
        Story::new(group, "Without a key", || on(&of(&access::disabled()), Kind::Volumes)),
        Story::new(group, "Of what scripts cannot create", || on(&of(&access::approved()), Kind::SshKeys)),
    ]
}

fn of(own: &ApiAccess) -> FakeBackend {
    let backend = access::backend(own);
    backend.answer(Method::Get, fixtures::SAMPLES, &fixtures::samples());
    backend
}

fn on(backend: &FakeBackend, kind: Kind) -> AnyView {
    on_fake(backend);
    view! { <FirstCommand kind /> }.into_any()
}
