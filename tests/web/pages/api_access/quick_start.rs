use latchkey::api::Method;
use latchkey::pages::api_access::fixtures;
use latchkey::pages::api_access::key_tools::{environment_file, javascript, python, terraform};
use latchkey::pages::api_access::quick_start::{Secret, Target, Write, curl};
use latchkey::platform::clipboard::CopyOutcome;
use latchkey_contract::portal_config::PortalConfig;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{open, open_on, page, secret_is_in_the_document};
use crate::support::{Portal, Setting, click, selected_text, tick};

/// Each tab with what it writes and the name of its button.
const TABS: [(&str, Write, &str); 5] = [
    ("curl", curl, "Copy curl command"),
    ("Terraform", terraform, "Copy Terraform provider"),
    ("Python", python, "Copy Python program"),
    ("JavaScript", javascript, "Copy JavaScript module"),
    ("Environment file", environment_file, "Copy environment file"),
];

fn target() -> Target {
    let origin = leptos::prelude::window().location().origin().unwrap();
    Target { restapi_url: format!("{origin}/restapi"), api_key: fixtures::API_KEY.to_owned() }
}

async fn choose(page: &Portal, tab: &str) {
    click(&page.by_role("tab", tab));
    tick().await;
}

#[wasm_bindgen_test]
async fn every_snippet_is_ready_but_for_the_secret() {
    let page = open(fixtures::approved()).await;
    for (tab, write, copy) in TABS {
        choose(&page, tab).await;
        page.press(copy).await;
        let copied = page.clipboard.text().unwrap();
        assert_eq!(copied, write(&target(), Secret::Variable));
        assert!(copied.contains(fixtures::API_KEY) && copied.contains("/restapi"), "{copied}");
        assert!(page.says(" copied."));
    }
    assert!(page.backend.requests_to(Method::Post, fixtures::REVEAL).is_empty());
}

#[wasm_bindgen_test]
async fn a_snippet_is_copied_with_the_secret_without_showing_it() {
    let page = open(fixtures::approved()).await;
    for (number, (tab, write, _)) in TABS.into_iter().enumerate() {
        choose(&page, tab).await;
        let before = page.clipboard.writes_begun();
        click(&page.by_role("button", "Copy with secret key"));
        assert_eq!(page.clipboard.writes_begun(), before + 1, "inside the click");
        tick().await;
        assert_eq!(page.clipboard.text(), Some(write(&target(), Secret::Plain(fixtures::SECRET_KEY))));
        assert!(!secret_is_in_the_document());
        let asked = page.backend.requests_to(Method::Post, fixtures::REVEAL);
        assert_eq!(asked.len(), number + 1);
        assert_eq!(asked[number].body.as_deref(), Some(r#"{"purpose":"copy"}"#));
    }
    assert!(page.says("Environment file with secret key copied."));
}

#[wasm_bindgen_test]
async fn copying_with_the_secret_asks_for_the_password() {
    let backend = fixtures::backend(&fixtures::approved());
    let page = Portal::open(Setting::user().not_stepped_up(), &backend, page).await;
    page.press("Copy with secret key").await;
    assert!(page.says("Confirm it's you"));
    assert!(page.backend.requests_to(Method::Post, fixtures::REVEAL).is_empty());
    page.press("Cancel").await;
    assert_eq!(page.clipboard.text(), None);
}

#[wasm_bindgen_test]
async fn where_the_browser_does_not_copy_the_secret_is_shown_and_selected() {
    for outcome in [CopyOutcome::Refused, CopyOutcome::Unavailable] {
        let backend = fixtures::backend(&fixtures::approved());
        let page = Portal::open(Setting::user().that_copies(outcome), &backend, page).await;
        page.press("Copy with secret key").await;
        assert_eq!(page.clipboard.text(), None);
        assert_eq!(selected_text(), fixtures::SECRET_KEY);
        page.wait(30).await;
        assert!(!secret_is_in_the_document(), "shown that way it hides like any other");
    }
}

#[wasm_bindgen_test]
async fn the_operator_says_where_the_api_is() {
    let backend = fixtures::backend(&fixtures::approved());
    let restapi_url = Some("https://cloud.example/restapi/".to_owned());
    backend.answer(Method::Get, "/config.json", &PortalConfig { restapi_url, ..PortalConfig::default() });
    let page = open_on(&backend).await;
    assert!(page.says("curl 'https://cloud.example/restapi/zone/zonelist'"));
    choose(&page, "Terraform").await;
    assert!(page.says(r#"url        = "https://cloud.example/restapi""#));
}

#[wasm_bindgen_test]
fn no_address_escapes_its_quotes() {
    let target =
        Target { restapi_url: r#"https://cloud.example/it's"${x}\"#.to_owned(), api_key: "lkp_x".to_owned() };
    let with = |write: Write| write(&target, Secret::Variable);
    assert!(with(curl).starts_with(r#"curl 'https://cloud.example/it'\''s"${x}\/zone/zonelist'"#));
    assert!(
        with(environment_file).starts_with(r#"LATCHKEY_RESTAPI_URL='https://cloud.example/it'\''s"${x}\'"#)
    );
    assert!(with(terraform).contains(r#"url        = "https://cloud.example/it's\"$${x}\\""#));
    for write in [python, javascript] {
        assert!(with(write).contains(r#""https://cloud.example/it's\"${x}\\/zone/zonelist""#));
    }
}

#[wasm_bindgen_test]
fn terraform_takes_the_secret_from_a_variable_that_it_does_not_print() {
    let with = |secret| terraform(&target(), secret);
    assert!(with(Secret::Variable).contains("sensitive = true"));
    assert!(with(Secret::Variable).contains("secret_key = var.latchkey_secret_key"));
    assert!(with(Secret::Plain("lks_x")).contains(r#"secret_key = "lks_x""#));
    assert!(!with(Secret::Plain("lks_x")).contains("variable"));
}

#[wasm_bindgen_test]
fn terraform_is_told_where_the_provider_comes_from() {
    for secret in [Secret::Variable, Secret::Plain("lks_x")] {
        let block = terraform(&target(), secret);
        assert!(block.starts_with("terraform {\n  required_providers {\n    stackbill = {\n"));
        assert!(block.contains("source = \"stackbill.com/assistanz/stackbill\"\n"));
        assert_eq!(block.matches('{').count(), block.matches('}').count());
    }
}

#[wasm_bindgen_test]
async fn while_keys_are_refused_there_is_nothing_to_start_with() {
    let page = open(fixtures::suspended()).await;
    assert!(!page.has_role("button", "Test this key") && !page.has_role("tab", "curl"));
}
