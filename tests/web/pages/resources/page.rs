use latchkey::api::Method;
use latchkey::pages::resources::fixtures;
use latchkey::place::Place;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_as};
use crate::support::Setting;

#[wasm_bindgen_test]
async fn each_tab_is_a_link_to_an_address_of_its_own() {
    let page = open(&fixtures::backend(), Place::Volumes).await;
    let tabs = page.by_role("navigation", "Compute");
    let links = tabs.query_selector_all("a").unwrap();
    let told: Vec<_> = (0..links.length()).map(|at| links.get(at).unwrap().text_content().unwrap()).collect();
    assert_eq!(told, ["Instances", "Volumes", "VM Snapshots", "SSH Keys"]);
    let current = tabs.query_selector("[aria-current=page]").unwrap().unwrap();
    assert_eq!(current.get_attribute("href").as_deref(), Some("/compute/volumes"));
    assert!(page.has_role("heading", "Compute") && page.has_role("heading", "Volumes"));
}

#[wasm_bindgen_test]
async fn administrators_are_told_that_only_companies_have_resources() {
    let backend = fixtures::backend();
    let page = open_as(Setting::administrator(), &backend, Place::Networks).await;
    assert!(page.says("Only companies have resources"));
    assert!(backend.requests_to(Method::Get, fixtures::NETWORKS).is_empty());
}
