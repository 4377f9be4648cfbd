use leptos::prelude::*;

use super::SignInPage;
use crate::api::fake::FakeBackend;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Page: Sign in", "Nothing typed yet", || {
        on_fake(&FakeBackend::new());
        view! { <SignInPage /> }.into_any()
    })]
}
