use latchkey_contract::portal_config::{MenuEntries, MenuEntry, PortalConfig};
use leptos::prelude::*;

use super::ElsewherePage;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::fixture;
use crate::place::Elsewhere;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Elsewhere", "With the operator's link", || {
            let link = MenuEntry { link: Some("https://portal.example/billing".into()), hidden: false };
            let entries = MenuEntries::from_iter([("billing".to_owned(), link)]);
            let backend = FakeBackend::new();
            backend.answer(Method::Get, "/config.json", &PortalConfig { entries, ..PortalConfig::default() });
            page(&backend, Elsewhere::Billing)
        }),
        Story::new("Elsewhere", "Without a link", || page(&FakeBackend::new(), Elsewhere::Apps)),
    ]
}

fn page(backend: &FakeBackend, part: Elsewhere) -> AnyView {
    fixture::on_fake(backend);
    view! { <main><ElsewherePage part /></main> }.into_any()
}
