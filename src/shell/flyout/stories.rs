use leptos::prelude::*;

use super::Flyout;
use crate::api::fake::FakeBackend;
use crate::components::IconName;
use crate::pages::fixture;
use crate::place::Place;
use crate::preview::Story;
use crate::shell::menu_entry;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Flyout", "My Organization", || {
            flyout("Company", IconName::COMPANY, "My Organization", menu_entry::my_organization())
        }),
        Story::new("Flyout", "Administration", || {
            flyout("Administration", IconName::ADMINISTRATION, "Administration", menu_entry::administration())
        }),
    ]
}

fn flyout(
    label: &'static str,
    icon: IconName,
    heading: &'static str,
    entries: Vec<menu_entry::MenuEntry>,
) -> AnyView {
    fixture::on_fake(&FakeBackend::new());
    let place = Signal::derive(|| Place::MyProfile);
    view! { <nav class="main-menu" aria-label="Main"><Flyout label icon heading entries place /></nav> }
        .into_any()
}
