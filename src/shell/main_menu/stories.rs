use leptos::prelude::*;
use leptos_router::components::Router;

use super::MainMenu;
use crate::api::fake::FakeBackend;
use crate::pages::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Main menu", "User", || menu(fixture::user, false)),
        Story::new("Main menu", "Administrator", || menu(fixture::administrator, false)),
        Story::new("Main menu", "Drawer on a phone", || menu(fixture::user, true)),
    ]
}

fn menu(account: fn() -> latchkey_contract::session::Account, open: bool) -> AnyView {
    fixture::on_fake_as(&FakeBackend::new(), account());
    let drawer = RwSignal::new(false);
    // Arriving at a page closes the drawer, and mounting is arriving.
    request_animation_frame(move || _ = drawer.try_set(open));
    view! { <Router><div class="shell"><MainMenu drawer /></div></Router> }.into_any()
}
