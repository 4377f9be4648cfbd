mod api_key;
mod copy_secret;
mod every_state;
mod key_test;
mod live;
mod no_key;
mod quick_start;
mod replace_secret;
mod request_panel;
mod revoke_key;
mod secret_key;
mod step_up;

use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::{ApiAccessPage, fixtures};
use latchkey_contract::api_access::ApiAccess;
use leptos::prelude::*;

use crate::support::{Portal, Setting, click, focus, tick, whole_document};

fn page() -> AnyView {
    view! { <ApiAccessPage /> }.into_any()
}

/// The page of a user whose access is `access`.
async fn open(access: ApiAccess) -> Portal {
    open_on(&fixtures::backend(&access)).await
}

async fn open_on(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

fn secret_is_in_the_document() -> bool {
    // A prefix, so that not even a part of it goes unnoticed.
    whole_document().contains(&fixtures::SECRET_KEY[..12])
}

/// Presses "Request API Access", which is also the name of the sidebar's button.
async fn ask(page: &Portal) {
    let button = page.container.query_selector(".access-ask .button-primary").unwrap().unwrap();
    assert_eq!(button.text_content().as_deref(), Some("Request API Access"));
    focus(&button);
    click(&button);
    tick().await;
}
