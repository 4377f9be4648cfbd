use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use super::RequestPanel;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Request panel";
    vec![
        Story::new(group, "Disabled", || panel(&FakeBackend::new(), fixtures::disabled())),
        Story::new(group, "Sending", || panel(FakeBackend::new().hold(), fixtures::disabled())),
        Story::new(group, "Refused by the server", || {
            let backend = FakeBackend::new();
            backend.refuse(Method::Post, fixtures::REQUEST, 500, ProblemKind::Internal);
            panel(&backend, fixtures::disabled())
        }),
        Story::new(group, "Pending", || {
            panel(&FakeBackend::new(), fixtures::pending(Some("Nightly inventory reports with Terraform.")))
        }),
        Story::new(group, "Pending without a reason", || panel(&FakeBackend::new(), fixtures::pending(None))),
        Story::new(group, "Denied", || panel(&FakeBackend::new(), fixtures::denied())),
    ]
}

fn panel(backend: &FakeBackend, access: ApiAccess) -> AnyView {
    on_fake(backend);
    view! { <div class="access access-asking"><RequestPanel status=Signal::stored(access.status) /></div> }
        .into_any()
}
