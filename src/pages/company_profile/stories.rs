use latchkey_contract::Timestamp;
use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use leptos::prelude::*;

use super::ProfilePage;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture;
use crate::place::Place;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Profile sidebar", "Before access is granted", || {
            page(AccessStatus::Disabled, "Request API Access")
        }),
        Story::new("Profile sidebar", "After access was granted", || {
            let decided_at = Timestamp("2026-03-01T08:00:00.000Z".into());
            page(AccessStatus::Approved { decided_by: "Ada Admin".into(), decided_at }, "API Info")
        }),
    ]
}

fn page(status: AccessStatus, title: &'static str) -> AnyView {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, "/api/v1/api-access", &ApiAccess { status, credentials: Vec::new() });
    fixture::on_fake(&backend);
    view! { <main><ProfilePage section=Place::ApiAccess title><p>"The section."</p></ProfilePage></main> }
        .into_any()
}
