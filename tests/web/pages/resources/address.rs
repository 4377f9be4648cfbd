use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::pages::fixture;
use latchkey::pages::resources::fixtures;
use latchkey_contract::ProblemKind;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlSelectElement};

use crate::support::app::{OpenApp, SESSION, colleague, open_app, path_now};
use crate::support::{click, frame, tick, type_into, until};

async fn open(path: &str) -> (OpenApp, FakeBackend) {
    let backend = fixtures::backend();
    backend.answer(Method::Get, SESSION, &fixture::session(fixture::user()));
    let app = open_app(&backend, path).await;
    until("the list", || app.page.says("web-1")).await;
    (app, backend)
}

fn sort_by(app: &OpenApp, word: &str) {
    let sort: HtmlSelectElement = app.page.by_label("Sort by").unchecked_into();
    sort.set_value(word);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    sort.dispatch_event(&Event::new_with_event_init_dict("change", &bubbling).unwrap()).unwrap();
}

fn latest(backend: &FakeBackend) -> String {
    backend.requests_to(Method::Get, fixtures::INSTANCES).pop().unwrap().path
}

#[wasm_bindgen_test]
async fn search_and_order_are_those_of_the_address() {
    let (app, backend) = open("/compute?search=web+1&sort=last-change").await;
    assert_eq!(app.page.by_label("Search").value(), "web 1");
    assert_eq!(app.page.by_label("Sort by").unchecked_into::<HtmlSelectElement>().value(), "last-change");
    let read = backend.requests_to(Method::Get, fixtures::INSTANCES);
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].path, "/api/v1/compute/instances?search=web%201&sort=last_change&order=descending");
}

#[wasm_bindgen_test]
async fn what_the_reader_chooses_goes_into_the_address() {
    let (app, backend) = open("/compute").await;
    let steps = leptos::prelude::window().history().unwrap().length().unwrap();
    type_into(&app.page.by_label("Search"), "100% web");
    tick().await;
    app.clock.advance(1_000);
    frame().await;
    assert_eq!(path_now(), "/compute?search=100%25+web");
    sort_by(&app, "state");
    frame().await;
    assert_eq!(path_now(), "/compute?search=100%25+web&sort=state");
    assert_eq!(app.page.by_label("Search").value(), "100% web");
    assert_eq!(latest(&backend), "/api/v1/compute/instances?search=100%25%20web&sort=state&order=ascending");
    assert_eq!(
        leptos::prelude::window().history().unwrap().length().unwrap(),
        steps,
        "no step to go back to"
    );
}

#[wasm_bindgen_test]
async fn the_menu_leads_to_the_whole_list() {
    let (app, backend) = open("/compute?search=web&sort=state").await;
    let menu = app.page.container.query_selector(".main-menu a[href='/compute']").unwrap().unwrap();
    click(&menu.unchecked_into());
    frame().await;
    app.clock.advance(1_000);
    tick().await;
    assert_eq!(path_now(), "/compute");
    assert_eq!(app.page.by_label("Search").value(), "");
    assert_eq!(latest(&backend), "/api/v1/compute/instances?sort=name&order=ascending");
}

#[wasm_bindgen_test]
async fn an_order_that_does_not_exist_is_the_first_one() {
    let (app, backend) = open("/compute?sort=colour").await;
    assert_eq!(app.page.by_label("Sort by").unchecked_into::<HtmlSelectElement>().value(), "");
    assert_eq!(latest(&backend), "/api/v1/compute/instances?sort=name&order=ascending");
}

/// The session ends over a list that was searched and sorted, and `account` signs in.
async fn signed_in_again_by(account: Account) -> (OpenApp, FakeBackend) {
    let (app, backend) = open("/compute?search=web&sort=state").await;
    let email = account.email.clone();
    backend.answer(Method::Post, SESSION, &fixture::session(account));
    backend.forget(Method::Get, SESSION).refuse(Method::Get, SESSION, 401, ProblemKind::NotSignedIn);
    app.live.emit(&LiveEvent::SessionEnded);
    tick().await;
    type_into(&app.page.by_label("E-mail"), &email);
    type_into(&app.page.by_label("Password"), "correct horse battery");
    click(&app.page.by_role("button", "Sign in"));
    frame().await;
    app.clock.advance(1_000);
    tick().await;
    (app, backend)
}

#[wasm_bindgen_test]
async fn another_user_finds_nothing_of_it() {
    let steps = leptos::prelude::window().history().unwrap().length().unwrap();
    let (app, backend) = signed_in_again_by(colleague()).await;
    assert_eq!(path_now(), "/compute");
    assert_eq!(app.page.by_label("Search").value(), "");
    assert_eq!(app.page.by_label("Sort by").unchecked_into::<HtmlSelectElement>().value(), "");
    let read = backend.requests_to(Method::Get, fixtures::INSTANCES);
    assert_eq!(read[1..].iter().filter(|read| read.path.contains("web")).count(), 0, "{read:?}");
    assert_eq!(leptos::prelude::window().history().unwrap().length().unwrap(), steps);
}

#[wasm_bindgen_test]
async fn the_same_user_finds_it_all() {
    let (app, _backend) = signed_in_again_by(fixture::user()).await;
    assert_eq!(path_now(), "/compute?search=web&sort=state");
    assert_eq!(app.page.by_label("Search").value(), "web");
}

#[wasm_bindgen_test]
async fn signing_out_leaves_nothing_of_it() {
    let (app, backend) = open("/compute?search=web&sort=state").await;
    backend.answer_with(Method::Delete, SESSION, 204, "");
    click(&app.page.by_role("button", "Account: Uma Userton"));
    tick().await;
    click(&app.page.by_role("button", "Sign out"));
    frame().await;
    assert_eq!(path_now(), "/sign-in?return=%2Fcompute");
    backend.answer(Method::Post, SESSION, &fixture::session(colleague()));
    type_into(&app.page.by_label("E-mail"), "colleague@demo.example");
    type_into(&app.page.by_label("Password"), "correct horse battery");
    click(&app.page.by_role("button", "Sign in"));
    until("the list", || app.page.says("web-1")).await;
    assert_eq!(path_now(), "/compute", "the page that was left");
}
