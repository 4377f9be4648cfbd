use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::api_access::fixtures as access;
use latchkey::pages::resources::Kind;
use latchkey::pages::resources::first_command::{FirstCommand, Missing, Order};
use latchkey::pages::resources::fixtures;
use latchkey::place::Place;
use latchkey_contract::resource::SampleIds;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::open;
use crate::support::{Portal, Setting, tick};

fn command(page: &Portal) -> String {
    page.container.query_selector(".first-command code").unwrap().unwrap().text_content().unwrap()
}

/// A company that has nothing but a network.
fn with_a_network() -> FakeBackend {
    let backend = fixtures::backend_of_nothing();
    backend.forget(Method::Get, fixtures::SAMPLES);
    backend.answer(Method::Get, fixtures::SAMPLES, &fixtures::samples());
    backend
}

#[wasm_bindgen_test]
async fn it_shows_the_line_that_creates_the_first_with_the_readers_key() {
    let page = open(&with_a_network(), Place::Instances).await;
    assert!(page.says("No instances yet"));
    let command = command(&page);
    assert!(command.starts_with("curl '"), "{command}");
    for part in [
        "/restapi/instance/createInstance'",
        "-H 'apikey: lkp_7Hq2mXc9TzR4vKb1WnLs6JdY'",
        "-H \"secretkey: $LATCHKEY_SECRET_KEY\"",
        "\"networkUuid\": \"01954d10-0000-7000-8000-000000000029\"",
    ] {
        assert!(command.contains(part), "{part} in {command}");
    }
    assert!(!command.contains("_UUID"), "{command}");
    page.press("Copy curl command").await;
    assert_eq!(page.clipboard.text(), Some(command));
}

async fn open_command(backend: &FakeBackend) -> Portal {
    let part = || view! { <FirstCommand kind=Kind::Instances /> }.into_any();
    Portal::open(Setting::user(), backend, part).await
}

#[wasm_bindgen_test]
async fn no_command_is_offered_before_its_ids_are_there() {
    let backend = with_a_network();
    backend.hold();
    let page = open_command(&backend).await;
    assert!(!page.says("curl"));
    backend.release();
    tick().await;
    assert!(command(&page).contains("\"networkUuid\": \"01954d10-0000-7000-8000-000000000029\""));
}

#[wasm_bindgen_test]
async fn who_gets_no_ids_is_told_what_belongs_there() {
    let backend = with_a_network();
    backend.forget(Method::Get, fixtures::SAMPLES);
    let page = open_command(&backend).await;
    assert!(command(&page).contains("\"zoneUuid\": \"ZONE_UUID\""));
}

#[wasm_bindgen_test]
async fn it_says_what_must_be_there_first() {
    let page = open(&fixtures::backend_of_nothing(), Place::Instances).await;
    assert!(command(&page).contains("\"networkUuid\": \"NETWORK_UUID\""));
    let way = page.by_role("link", "create a network first");
    assert_eq!(way.get_attribute("href").as_deref(), Some("/network"));
    drop(page);
    let page = open(&fixtures::backend_of_nothing(), Place::VmSnapshots).await;
    assert!(page.has_role("link", "create an instance first"));
}

#[wasm_bindgen_test]
async fn who_has_no_key_is_shown_the_way_to_one() {
    let backend = with_a_network();
    backend.forget(Method::Get, access::API_ACCESS);
    backend.answer(Method::Get, access::API_ACCESS, &access::disabled());
    let page = open(&backend, Place::Networks).await;
    assert!(command(&page).contains("-H \"apikey: $LATCHKEY_API_KEY\""));
    let way = page.by_role("link", "get your API key");
    assert_eq!(way.get_attribute("href").as_deref(), Some("/company/profile/api-info"));
}

#[wasm_bindgen_test]
async fn what_scripts_cannot_create_is_listed_instead() {
    let page = open(&with_a_network(), Place::SshKeys).await;
    assert!(page.says("The API has no call that adds one"));
    assert!(command(&page).contains("/restapi/sshkey/sshkeyList'"));
}

#[wasm_bindgen_test]
fn every_body_is_json() {
    for kind in [Kind::Instances, Kind::Volumes, Kind::VmSnapshots, Kind::Networks] {
        for ids in [SampleIds::default(), fixtures::samples()] {
            let command = Order::of(kind, &ids).command("https://portal.example/restapi", None);
            let body = command.split("-d '").nth(1).unwrap().trim_end_matches('\'');
            let body: serde_json::Value = serde_json::from_str(body).unwrap();
            assert!(body["name"].is_string() && body["zoneUuid"].is_string(), "{body}");
        }
    }
    assert_eq!(Order::of(Kind::Instances, &SampleIds::default()).missing(), Some(Missing::Network));
    assert_eq!(Order::of(Kind::Volumes, &SampleIds::default()).missing(), None);
}
