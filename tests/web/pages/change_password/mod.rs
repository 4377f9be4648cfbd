mod client;
mod rules;
mod sending;
mod sessions;
mod unsaved;

use latchkey::api::fake::FakeBackend;
use latchkey::pages::change_password::ChangePasswordPage;
use leptos::prelude::*;

use crate::support::{Portal, Setting, tick, type_into};

const OLD: &str = "the former password";
const NEW: &str = "correct horse battery";

fn page() -> AnyView {
    view! { <ChangePasswordPage /> }.into_any()
}

async fn open(backend: &FakeBackend) -> Portal {
    Portal::open(Setting::user(), backend, page).await
}

async fn fill(page: &Portal, old: &str, new: &str, again: &str) {
    for (label, text) in [("Old Password", old), ("New Password", new), ("Confirm Password", again)] {
        type_into(&page.by_label(label), text);
    }
    tick().await;
}
