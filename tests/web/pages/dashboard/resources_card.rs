use latchkey::api::Method;
use latchkey::pages::resources::fixtures;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::{ResourceCounts, ResourceKind};
use wasm_bindgen_test::wasm_bindgen_test;

use super::page;
use crate::support::{Portal, Setting};

fn counts(portal: &Portal) -> String {
    let list = portal.container.query_selector(".dashboard-resources").unwrap().unwrap();
    list.text_content().unwrap()
}

#[wasm_bindgen_test]
async fn it_counts_each_kind_and_leads_there() {
    let portal = Portal::open(Setting::user(), &fixtures::backend(), page).await;
    assert_eq!(counts(&portal), "Instances51 runningVolumes2VM Snapshots2SSH Keys2Networks1Security Groups1");
    let link = portal.by_role("link", "Security Groups");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/network/security-groups"));
}

#[wasm_bindgen_test]
async fn it_is_kept_true() {
    let backend = fixtures::backend();
    let portal = Portal::open(Setting::user(), &backend, page).await;
    let now = ResourceCounts { running_instances: 2, ..fixtures::counts() };
    backend.forget(Method::Get, fixtures::COUNTS).answer(Method::Get, fixtures::COUNTS, &now);
    portal.hear(LiveEvent::ResourcesChanged { resource: ResourceKind::Instance }).await;
    assert!(counts(&portal).starts_with("Instances52 running"), "{}", counts(&portal));
}

#[wasm_bindgen_test]
async fn administrators_have_none() {
    let backend = fixtures::backend();
    Portal::open(Setting::administrator(), &backend, page).await;
    assert!(backend.requests_to(Method::Get, fixtures::COUNTS).is_empty());
}
