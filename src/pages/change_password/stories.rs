use leptos::prelude::*;

use super::{ChangePasswordPage, fixtures};
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Page: Change Password", "Empty", || {
        on_fake(&fixtures::backend(fixtures::sessions()));
        view! { <ChangePasswordPage /> }.into_any()
    })]
}
