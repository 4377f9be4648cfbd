use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use super::AccessCard;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Dashboard: API access";
    vec![
        Story::new(group, "Disabled", || with(fixtures::disabled())),
        Story::new(group, "Pending", || with(fixtures::pending(Some("Nightly backups")))),
        Story::new(group, "Denied", || with(fixtures::denied())),
        Story::new(group, "Approved", || with(fixtures::approved())),
        Story::new(group, "Approved, every key revoked", || with(fixtures::revoked())),
        Story::new(group, "Disabled again", || with(fixtures::suspended())),
    ]
}

fn with(access: ApiAccess) -> AnyView {
    on_fake(&fixtures::backend(&access));
    view! { <AccessCard /> }.into_any()
}
