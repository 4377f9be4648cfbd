mod address;
mod empty;
mod list;
mod live;
mod page;

use latchkey::api::fake::FakeBackend;
use latchkey::pages::compute::Compute;
use latchkey::pages::network::Network;
use latchkey::place::Place;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::support::{Portal, Setting};

/// A tab of Compute or Network, as a user.
async fn open(backend: &FakeBackend, place: Place) -> Portal {
    open_as(Setting::user(), backend, place).await
}

async fn open_as(setting: Setting, backend: &FakeBackend, place: Place) -> Portal {
    Portal::open(setting, backend, move || match place.section() {
        Place::Networks => view! { <Network place /> }.into_any(),
        _ => view! { <Compute place /> }.into_any(),
    })
    .await
}

/// What the cells of that number say, row by row, without the head that a phone shows beside them.
fn column(page: &Portal, number: usize) -> Vec<String> {
    let cells = page.container.query_selector_all(&format!("tbody td:nth-child({number}) .data-table-value"));
    let cells = cells.unwrap();
    let cell = |at: u32| cells.get(at).unwrap().unchecked_into::<Element>();
    (0..cells.length()).map(|at| cell(at).text_content().unwrap()).collect()
}

/// The names, in the order of the list.
fn names(page: &Portal) -> Vec<String> {
    let names = page.container.query_selector_all(".resource-name").unwrap();
    (0..names.length()).map(|at| names.get(at).unwrap().text_content().unwrap()).collect()
}
