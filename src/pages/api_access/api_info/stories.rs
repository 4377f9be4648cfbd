use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use super::ApiInfo;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("API Info", "Active", || on(fixtures::approved())),
        Story::new("API Info", "Keys refused", || on(fixtures::suspended())),
        Story::new("API Info", "Key revoked", || on(fixtures::revoked())),
    ]
}

fn on(access: ApiAccess) -> AnyView {
    on_fake(&fixtures::backend(&access));
    view! { <ApiInfo access=Signal::stored(access) /> }.into_any()
}
