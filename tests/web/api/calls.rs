use latchkey::api::fake::FakeBackend;
use latchkey::api::{ApiError, IdempotencyKey, Method, Request, Response};
use latchkey_contract::Password;
use latchkey_contract::api_access::RequestApiAccess;
use latchkey_contract::session::SignIn;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::app::{API_ACCESS, SESSION};

#[wasm_bindgen_test]
async fn what_stands_in_an_address_is_escaped() {
    let backend = FakeBackend::new();
    _ = backend.api().users(Some("a&b=c d/é"), None).await;
    _ = backend.api().activity(None, Some(5)).await;
    let paths: Vec<String> = backend.requests().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths, ["/api/v1/admin/users?search=a%26b%3Dc%20d%2F%C3%A9", "/api/v1/activity?limit=5"]);
}

#[wasm_bindgen_test]
async fn the_same_intent_keeps_its_key_and_the_next_gets_another() {
    let backend = FakeBackend::new();
    let key = IdempotencyKey::new();
    for key in [&key, &key, &IdempotencyKey::new()] {
        _ = backend.api().request_api_access(&RequestApiAccess::default(), key).await;
    }
    let path = format!("{API_ACCESS}/request");
    let keys: Vec<_> =
        backend.requests_to(Method::Post, &path).into_iter().map(|seen| seen.idempotency_key).collect();
    assert_eq!(keys[0], keys[1]);
    assert_ne!(keys[1], keys[2]);
    assert_eq!(keys[0].as_deref().unwrap().len(), 32);
}

#[wasm_bindgen_test]
async fn acts_carry_json_even_with_nothing_to_say() {
    let backend = FakeBackend::new();
    _ = backend.api().sign_out().await;
    assert_eq!(backend.requests_to(Method::Delete, SESSION)[0].body.as_deref(), Some("{}"));
}

#[wasm_bindgen_test]
async fn an_answer_of_another_shape_is_unreadable() {
    let backend = FakeBackend::new();
    backend.answer_with(Method::Get, SESSION, 200, r#"{"account":7}"#);
    assert_eq!(backend.api().session().await, Err(ApiError::Unreadable));
}

#[wasm_bindgen_test]
async fn nothing_secret_is_printed() {
    let body =
        SignIn { email: "user@demo.example".into(), password: Password::from("hunter2-hunter2".to_owned()) };
    let request = Request {
        method: Method::Post,
        path: SESSION.into(),
        body: Some("hunter2".into()),
        headers: Vec::new(),
    };
    let response = Response { status: 200, body: "lks_hunter2".into() };
    let printed = format!("{body:?} {request:?} {response:?}");
    assert!(!printed.contains("hunter2"), "{printed}");
}
