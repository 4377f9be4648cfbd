use latchkey::json::read;
use latchkey_contract::api_access::ApiAccess;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::portal_config::PortalConfig;
use latchkey_contract::problem::FieldError;
use latchkey_contract::session::Company;
use wasm_bindgen_test::wasm_bindgen_test;

const ID: &str = "0195f3a2-7c41-7b1e-9a53-2f6f0f9b1c7d";

fn company(name: &str) -> Option<String> {
    let json = format!(r#"{{ "future": [{{ "a": "}}]" }}, 1.5e3, null], "name": {name}, "id": "{ID}" }}"#);
    read::<Company>(&json).map(|company| company.name)
}

#[wasm_bindgen_test]
fn a_newer_backends_members_are_passed_over() {
    assert_eq!(company("\"Demo Ltd\"").as_deref(), Some("Demo Ltd"));
}

#[wasm_bindgen_test]
fn text_comes_as_it_was_meant_however_it_is_escaped() {
    let written = r#""\u0022A\\B\u0022 \ud83d\ude00 \/ \t\u00e4 ä😀""#;
    assert_eq!(company(written).as_deref(), Some("\"A\\B\" 😀 / \tä ä😀"));
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_nothing() {
    for other in ["7", "null", "[]", "{}", "true", "\"a\" \"b\"", ""] {
        assert_eq!(company(other), None, "{other}");
    }
    for text in ["", "null", "[]", "<html>", "{", "\"", "{\"state\": {}}", "{\"status\": []}"] {
        assert_eq!(read::<ApiAccess>(text), None, "{text}");
        assert_eq!(read::<LiveEvent>(text), None, "{text}");
        assert_eq!(read::<FieldError>(text), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn members_whose_names_are_data_are_read() {
    let config =
        read::<PortalConfig>(r#"{ "entries": { "billing": { "hidden": true }, "a\"b": {} } }"#).unwrap();
    assert_eq!(config.entries.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["billing", "a\"b"]);
    assert!(read::<PortalConfig>(r#"{ "entries": [] }"#).is_none());
    assert!(read::<PortalConfig>(r#"{ "entries": { "billing": 1 } }"#).is_none());
}
