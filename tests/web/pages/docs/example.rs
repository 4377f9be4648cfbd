use latchkey::pages::docs::fixture::{bases, document};
use latchkey::pages::docs::openapi::example::{Bases, curl, json};
use latchkey::pages::docs::openapi::{Document, Operation};
use serde_json::{Value, json as value};
use wasm_bindgen_test::wasm_bindgen_test;

fn operation(document: &Document, id: &str) -> Operation {
    let groups = document.groups();
    groups.into_iter().flat_map(|group| group.operations).find(|operation| operation.id == id).unwrap()
}

fn command(id: &str) -> String {
    let document = document();
    curl(&document, &operation(&document, id), &bases())
}

#[wasm_bindgen_test]
fn a_script_sends_its_keys_from_the_environment() {
    assert_eq!(
        command("zonelist"),
        "curl 'https://portal.example/restapi/zone/zonelist?kind=core' \\\n  \
         --header \"apikey: $LATCHKEY_API_KEY\" \\\n  \
         --header \"secretkey: $LATCHKEY_SECRET_KEY\""
    );
}

#[wasm_bindgen_test]
fn the_operators_own_address_stands_for_restapi() {
    let document = document();
    let bases = Bases { restapi: "https://api.example/v2".into(), ..bases() };
    let command = curl(&document, &operation(&document, "zonelist"), &bases);
    assert!(command.starts_with("curl 'https://api.example/v2/zone/zonelist?kind=core'"), "{command}");
}

#[wasm_bindgen_test]
fn a_body_is_sent_as_json_from_the_portals_own_origin() {
    let command = command("deny_request");
    assert!(command.contains("/api/v1/admin/api-requests/019575b2-7c00-7000-8000-000000000001/deny'"));
    assert!(command.contains("--request POST"));
    assert!(command.contains("--cookie \"latchkey_session=$LATCHKEY_SESSION\""));
    assert!(command.contains("--header 'Origin: https://portal.example'"));
    assert!(command.contains("--header 'Content-Type: application/json'"));
    assert!(
        command.contains(r"Ask your team'\''s lead first."),
        "a quote does not end the shell's string: {command}"
    );
}

#[wasm_bindgen_test]
fn what_needs_nothing_sends_nothing() {
    assert_eq!(command("portal_config"), "curl 'https://portal.example/config.json'");
}

#[wasm_bindgen_test]
fn an_example_that_is_given_goes_before_one_that_is_made() {
    let document = document();
    let zonelist = operation(&document, "zonelist");
    let given: Value =
        serde_json::from_str(&json(&document, zonelist.replies[0].body.as_ref().unwrap())).unwrap();
    assert_eq!(given["listZoneResponse"][0]["name"], "fra-1");

    let access = operation(&document, "api_access");
    let made: Value =
        serde_json::from_str(&json(&document, access.replies[0].body.as_ref().unwrap())).unwrap();
    let credential = value!({ "api_key": "text", "revoked_at": "2026-03-01T09:30:00.000Z" });
    assert_eq!(made, value!({ "credentials": [credential], "status": { "state": "disabled" } }));
}
