use leptos::prelude::*;

use super::ChangePasswordPage;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Page: Change Password", "Empty", || {
        on_fake(&FakeBackend::new());
        view! { <ChangePasswordPage /> }.into_any()
    })]
}
