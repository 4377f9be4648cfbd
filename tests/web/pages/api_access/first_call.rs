use latchkey::api::Method;
use latchkey::pages::api_access::first_call::curl_command;
use latchkey::pages::api_access::fixtures;
use latchkey_contract::portal_config::PortalConfig;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on};

#[wasm_bindgen_test]
async fn the_line_is_ready_but_for_the_secret() {
    let page = open(fixtures::approved()).await;
    page.press("Copy curl command").await;
    let line = page.clipboard.text().unwrap();
    let origin = leptos::prelude::window().location().origin().unwrap();
    assert_eq!(line, curl_command(&format!("{origin}/restapi"), fixtures::API_KEY));
    assert!(line.contains("/restapi/zone/zonelist"));
    assert!(line.contains("$LATCHKEY_SECRET_KEY"));
    assert!(page.says("curl command copied."));
}

#[wasm_bindgen_test]
async fn the_operator_says_where_the_api_is() {
    let backend = fixtures::backend(&fixtures::approved());
    let restapi_url = Some("https://cloud.example/restapi/".to_owned());
    backend.answer(Method::Get, "/config.json", &PortalConfig { restapi_url, ..PortalConfig::default() });
    let page = open_on(&backend).await;
    assert!(page.says("curl 'https://cloud.example/restapi/zone/zonelist'"));
}

#[wasm_bindgen_test]
fn no_address_escapes_its_quotes() {
    let line = curl_command("https://cloud.example/it's", "lkp_x");
    assert!(line.starts_with(r"curl 'https://cloud.example/it'\''s/zone/zonelist'"), "{line}");
}
