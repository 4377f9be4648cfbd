use latchkey::api::Method;
use latchkey::pages::resources::fixtures;
use latchkey::place::Place;
use latchkey_contract::activity::Act;
use latchkey_contract::compute::Instance;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::resource::{ResourceKind, ResourceState};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{column, names, open};
use crate::support::{Portal, tick};

const CHANGED: LiveEvent = LiveEvent::ResourcesChanged { resource: ResourceKind::Instance };

fn read(page: &Portal) -> usize {
    page.backend.requests_to(Method::Get, fixtures::INSTANCES).len()
}

/// What is read after an event.
async fn now(page: &Portal, items: Vec<Instance>) {
    page.backend.forget(Method::Get, fixtures::INSTANCES);
    page.backend.answer(Method::Get, fixtures::INSTANCES, &fixtures::page(items));
    page.hear(CHANGED).await;
    page.clock.advance(200);
    tick().await;
}

#[wasm_bindgen_test]
async fn what_a_script_does_shows_at_once_with_its_key() {
    let page = open(&fixtures::backend(), Place::Instances).await;
    let new = |state| Instance {
        last_change: Some(fixtures::change(Act::InstanceCreated)),
        ..fixtures::instance(9, "new-1", state)
    };
    now(&page, vec![new(ResourceState::Creating)]).await;
    assert_eq!((names(&page), column(&page, 2)), (vec!["new-1".to_owned()], vec!["Creating".to_owned()]));
    assert!(column(&page, 7)[0].contains("lkp_7Hq2mXc9TzR4vKb1WnLs6JdY"));
    let row = page.container.query_selector("tbody tr").unwrap();
    now(&page, vec![new(ResourceState::Running)]).await;
    assert_eq!(column(&page, 2), ["Running"]);
    assert_eq!(page.container.query_selector("tbody tr").unwrap(), row, "the row stays the same element");
    now(&page, Vec::new()).await;
    assert!(page.says("No instances yet"));
}

#[wasm_bindgen_test]
async fn events_that_come_together_are_one_reason_to_read() {
    let page = open(&fixtures::backend(), Place::Instances).await;
    let before = read(&page);
    for _ in 0..10 {
        page.hear(CHANGED).await;
    }
    page.clock.advance(200);
    tick().await;
    assert_eq!(read(&page), before + 1);
}

#[wasm_bindgen_test]
async fn only_what_concerns_the_list_is_a_reason_to_read() {
    let page = open(&fixtures::backend(), Place::Instances).await;
    let before = read(&page);
    for event in [
        LiveEvent::ResourcesChanged { resource: ResourceKind::Network },
        LiveEvent::ActivityAdded,
        LiveEvent::Unknown,
    ] {
        page.hear(event).await;
        page.wait(1).await;
    }
    assert_eq!(read(&page), before);
    for event in [LiveEvent::Reset, LiveEvent::ResourcesChanged { resource: ResourceKind::Unknown }] {
        page.hear(event).await;
        page.wait(1).await;
    }
    assert_eq!(read(&page), before + 2);
}
