use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::{ApiAccessPage, fixtures};
use crate::access::use_access;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::{administrator, on_fake, on_fake_as};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Page: API access";
    vec![
        Story::new(group, "Disabled", || on(&fixtures::backend(&fixtures::disabled()))),
        Story::new(group, "Pending", || {
            on(&fixtures::backend(&fixtures::pending(Some("Nightly inventory reports with Terraform."))))
        }),
        Story::new(group, "Denied", || on(&fixtures::backend(&fixtures::denied()))),
        Story::new(group, "Approved", || on(&fixtures::backend(&fixtures::approved()))),
        Story::new(group, "Suspended", || on(&fixtures::backend(&fixtures::suspended()))),
        Story::new(group, "Key revoked", || on(&fixtures::backend(&fixtures::revoked()))),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "Offline", || {
            let backend = FakeBackend::new();
            backend.set_offline(true);
            on(&backend)
        }),
        Story::new(group, "500", || {
            on(FakeBackend::new().refuse(Method::Get, fixtures::API_ACCESS, 500, ProblemKind::Internal))
        }),
        Story::new(group, "Outdated", outdated),
        Story::new(group, "For an administrator", || {
            on_fake_as(&FakeBackend::new(), administrator());
            view! { <ApiAccessPage /> }.into_any()
        }),
    ]
}

/// What was read once cannot be read again.
fn outdated() -> AnyView {
    let backend = fixtures::backend(&fixtures::approved());
    backend.refuse(Method::Get, fixtures::API_ACCESS, 500, ProblemKind::Internal);
    let page = on(&backend);
    let access = use_access();
    Effect::new(move || {
        if access.state().get().is_some() {
            access.again();
        }
    });
    page
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <ApiAccessPage /> }.into_any()
}
