use latchkey::pages::docs::fixture::document;
use latchkey::pages::docs::openapi::{Document, Operation};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

fn operation(id: &str) -> Operation {
    let groups = document().groups();
    groups.into_iter().flat_map(|group| group.operations).find(|operation| operation.id == id).unwrap()
}

#[wasm_bindgen_test]
fn what_scripts_call_comes_first_and_the_rest_in_the_documents_order() {
    let tags: Vec<String> = document().groups().into_iter().map(|group| group.tag).collect();
    assert_eq!(tags, ["Resources", "Administration", "Own API access", "Portal"]);
}

#[wasm_bindgen_test]
fn a_parameter_of_the_path_belongs_to_its_operations() {
    let deny = operation("deny_request");
    assert_eq!(deny.method, "POST");
    assert_eq!((deny.parameters[0].name.as_str(), deny.parameters[0].place.as_str()), ("id", "path"));
    assert!(deny.parameters[0].required);
}

#[wasm_bindgen_test]
fn a_reply_may_be_a_reference() {
    let replies = operation("deny_request").replies;
    let statuses: Vec<&str> = replies.iter().map(|reply| reply.status.as_str()).collect();
    assert_eq!(statuses, ["200", "409", "422"]);
    assert_eq!(replies[1].description, "Somebody was first.");
    assert_eq!(replies[1].body.as_ref().unwrap().media_type, "application/problem+json");
}

#[wasm_bindgen_test]
fn what_an_operation_needs_is_its_own_or_the_documents() {
    assert_eq!(operation("zonelist").security, [["apikey", "secretkey"]]);
    assert_eq!(operation("api_access").security, [["session"]]);
    assert!(operation("portal_config").is_public());
    assert!(operation("portal_config").deprecated);
}

#[wasm_bindgen_test]
fn an_operation_without_a_name_gets_an_anchor_all_the_same() {
    let document = Document::new(json!({ "paths": { "/a/{id}": { "get": { "responses": {} } } } }));
    let groups = document.groups();
    assert_eq!((groups[0].tag.as_str(), groups[0].operations[0].id.as_str()), ("a", "get-a--id-"));
}

#[wasm_bindgen_test]
fn a_document_of_another_kind_shows_nothing_and_breaks_nothing() {
    for value in [json!(null), json!([]), json!({ "paths": 3, "tags": {}, "components": "?" })] {
        let document = Document::new(value);
        assert!(document.groups().is_empty());
        assert!(document.schemes().is_empty());
    }
}
