use leptos::prelude::*;

use super::UserMenu;
use crate::api::fake::FakeBackend;
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("User menu", "User of a company", || menu(fixture::user())),
        Story::new("User menu", "Administrator", || menu(fixture::administrator())),
    ]
}

fn menu(account: latchkey_contract::session::Account) -> AnyView {
    fixture::on_fake_as(&FakeBackend::new(), account);
    view! { <header class="top-bar"><div class="top-bar-end"><UserMenu /></div></header> }.into_any()
}
