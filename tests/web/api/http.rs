use latchkey::api::http::Http;
use latchkey::api::{Method, Request, Transport};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_answer_comes_with_its_status_and_body() {
    let request =
        Request { method: Method::Get, path: "/no-such-file".into(), body: None, headers: Vec::new() };
    // The server of these tests answers every unknown path.
    let response = Http.send(request).await.unwrap();
    assert_eq!(response.status, 404);
}
