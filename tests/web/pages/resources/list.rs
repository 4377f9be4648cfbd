use latchkey::api::Method;
use latchkey::pages::resources::fixtures;
use latchkey::place::Place;
use latchkey_contract::compute::Instance;
use latchkey_contract::resource::ResourceState;
use latchkey_contract::{Page, ProblemKind};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlSelectElement};

use super::{column, names, open};
use crate::support::{tick, type_into};

#[wasm_bindgen_test]
async fn every_line_says_how_the_resource_is_and_who_changed_it_last() {
    let page = open(&fixtures::backend(), Place::Instances).await;
    assert_eq!(names(&page), ["build-7", "old-1", "web-1", "web-2", "web-3"]);
    assert_eq!(column(&page, 2), ["Creating", "Destroying", "Stopped", "Running", "Error"]);
    assert_eq!(column(&page, 3)[..2], ["2 cores4 GB memory40 GB disk", "1 core1536 MB memory40 GB disk"]);
    assert_eq!(column(&page, 5)[..2], ["front10.10.1.11", "None"]);
    let last = column(&page, 7);
    assert!(last[0].starts_with("Instance created"), "{}", last[0]);
    assert!(last[0].contains("Uma Userton, with lkp_7Hq2mXc9TzR4vKb1WnLs6JdY"), "{}", last[0]);
    assert_eq!(last[3], "None with a key");
}

#[wasm_bindgen_test]
async fn each_kind_shows_its_own_facts() {
    let backend = fixtures::backend();
    let page = open(&backend, Place::Volumes).await;
    assert_eq!(column(&page, 5), ["Nothing", "web-1"]);
    drop(page);
    let page = open(&backend, Place::VmSnapshots).await;
    assert_eq!(column(&page, 3), ["db-1Newest of its instance", "db-1"]);
    drop(page);
    let page = open(&backend, Place::SshKeys).await;
    assert_eq!(column(&page, 2), ["Ready", "Disabled"]);
    drop(page);
    let page = open(&backend, Place::Networks).await;
    assert_eq!(column(&page, 3), ["10.10.1.0/24"]);
    drop(page);
    let page = open(&backend, Place::SecurityGroups).await;
    assert_eq!(column(&page, 4), ["2 in, 1 out"]);
}

#[wasm_bindgen_test]
async fn search_and_order_are_left_to_the_backend() {
    let backend = fixtures::backend();
    let page = open(&backend, Place::Instances).await;
    type_into(&page.by_label("Search"), " web ");
    tick().await;
    page.wait(1).await;
    let sort: HtmlSelectElement = page.by_label("Sort by").unchecked_into();
    sort.set_value("last-change");
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    sort.dispatch_event(&Event::new_with_event_init_dict("change", &bubbling).unwrap()).unwrap();
    tick().await;
    let read: Vec<_> =
        backend.requests_to(Method::Get, fixtures::INSTANCES).into_iter().map(|seen| seen.path).collect();
    assert_eq!(
        read,
        [
            "/api/v1/compute/instances?sort=name&order=ascending",
            "/api/v1/compute/instances?search=web&sort=name&order=ascending",
            "/api/v1/compute/instances?search=web&sort=last_change&order=descending",
        ]
    );
}

#[wasm_bindgen_test]
async fn a_search_that_finds_nothing_can_be_cleared() {
    let backend = fixtures::backend();
    let page = open(&backend, Place::Instances).await;
    let nothing: Page<Instance> = fixtures::page(Vec::new());
    backend.forget(Method::Get, fixtures::INSTANCES).answer(Method::Get, fixtures::INSTANCES, &nothing);
    type_into(&page.by_label("Search"), "zzz");
    tick().await;
    page.wait(1).await;
    assert!(page.says("Nothing matches your search"));
    assert!(!page.says("curl"));
    page.press("Clear search").await;
    assert_eq!(page.by_label("Search").value(), "");
}

#[wasm_bindgen_test]
async fn more_comes_when_it_is_asked_for() {
    let backend = fixtures::backend();
    let next = Some("cursor".to_owned());
    let first = Page { items: vec![fixtures::instance(1, "web-1", ResourceState::Running)], next };
    let second = fixtures::page(vec![fixtures::instance(2, "web-2", ResourceState::Running)]);
    backend.forget(Method::Get, fixtures::INSTANCES);
    backend.answer(Method::Get, fixtures::INSTANCES, &first).answer(
        Method::Get,
        fixtures::INSTANCES,
        &second,
    );
    let page = open(&backend, Place::Instances).await;
    assert_eq!(names(&page), ["web-1"]);
    page.press("Load more").await;
    assert_eq!(names(&page), ["web-1", "web-2"]);
    let read = backend.requests_to(Method::Get, fixtures::INSTANCES);
    assert!(read[1].path.ends_with("&cursor=cursor"), "{}", read[1].path);
}

#[wasm_bindgen_test]
async fn a_list_that_could_not_be_read_can_be_tried_again() {
    let backend = fixtures::backend();
    backend.forget(Method::Get, fixtures::INSTANCES);
    backend.refuse(Method::Get, fixtures::INSTANCES, 503, ProblemKind::Unavailable);
    backend.answer(Method::Get, fixtures::INSTANCES, &fixtures::instances());
    let page = open(&backend, Place::Instances).await;
    page.press("Try again").await;
    assert_eq!(names(&page).len(), 5);
}
