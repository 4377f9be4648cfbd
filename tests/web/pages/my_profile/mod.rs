mod conflict;
mod email;
mod fields;
mod live;
mod saving;
mod unsaved;

use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::my_profile::MyProfile;
use latchkey::pages::my_profile::stories::filled;
use latchkey_contract::profile::{ChangeProfile, Profile};
use leptos::prelude::*;

use crate::support::{Portal, Setting, type_into};

const PROFILE: &str = "/api/v1/profile";

fn page() -> AnyView {
    view! { <MyProfile /> }.into_any()
}

/// A backend that has [`filled`].
fn backend() -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, PROFILE, &filled());
    backend
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

/// The filled profile after somebody changed it.
fn changed(change: fn(&mut Profile)) -> Profile {
    let mut profile = filled();
    profile.version += 1;
    change(&mut profile);
    profile
}

fn fill(page: &Portal, label: &str, text: &str) {
    type_into(&page.by_label(label), text);
}

/// What was sent, the latest last.
fn sent(page: &Portal) -> Vec<ChangeProfile> {
    let requests = page.backend.requests_to(Method::Put, PROFILE);
    requests.iter().map(|request| serde_json::from_str(request.body.as_deref().unwrap()).unwrap()).collect()
}
