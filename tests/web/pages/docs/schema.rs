use latchkey::pages::docs::fixture::document;
use latchkey::pages::docs::openapi::schema::{Kind, Member, Shape, shape};
use latchkey::pages::docs::schema_tree::in_words;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn named(name: &str) -> Shape {
    shape(&document(), &json!({ "$ref": format!("#/components/schemas/{name}") }))
}

fn inline(schema: Value) -> Shape {
    shape(&document(), &schema)
}

fn member<'a>(shape: &'a Shape, name: &str) -> &'a Member {
    shape.members.iter().find(|member| member.name == name).unwrap()
}

#[wasm_bindgen_test]
fn references_are_followed_as_deep_as_they_go() {
    let access = named("ApiAccess");
    let credentials = member(&access, "credentials");
    assert_eq!(in_words(&credentials.shape), "list of Credential");
    assert_eq!(credentials.shape.description, "Newest first.");
    let revoked = member(&credentials.shape, "revoked_at");
    assert_eq!(in_words(&revoked.shape), "string (date-time) or null");
    assert!(!revoked.required);
}

#[wasm_bindgen_test]
fn what_must_be_given_comes_first() {
    let deny = named("Deny");
    assert!(deny.members.iter().all(|member| member.required));
    let zone = named("Zone");
    let names: Vec<&str> = zone.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["uuid", "isActive", "name"]);
}

#[wasm_bindgen_test]
fn limits_and_values_are_told() {
    assert_eq!(member(&named("Deny"), "reason").shape.limits, ["maxLength: 500"]);
    let status = named("AccessStatus");
    assert_eq!(status.kind, Kind::Choice);
    assert_eq!(member(&status.choices[1], "state").shape.values, ["pending"]);
    assert_eq!(in_words(&member(&status.choices[1], "reason").shape), "string or null");
}

#[wasm_bindgen_test]
fn values_that_are_described_keep_their_descriptions() {
    let kinds = named("ProblemKind");
    assert_eq!(kinds.choices.len(), 2);
    assert_eq!(kinds.choices[0].description, "422: fields were refused.");
}

#[wasm_bindgen_test]
fn bare_values_are_one_enumeration() {
    let colors = inline(json!({ "oneOf": [{ "const": "red" }, { "const": "blue" }, { "type": "null" }] }));
    assert_eq!(colors.values, ["red", "blue"]);
    assert!(colors.nullable);
}

#[wasm_bindgen_test]
fn a_schema_that_contains_itself_ends() {
    let folder = named("Folder");
    let inner = &member(&folder, "folders").shape;
    assert_eq!(inner.kind, Kind::List);
    assert!(inner.members.is_empty());
}

#[wasm_bindgen_test]
fn parts_are_put_together() {
    let both = inline(json!({ "allOf": [
        { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
        { "$ref": "#/components/schemas/Deny" }
    ] }));
    let names: Vec<&str> = both.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["a", "reason", "version"]);
}

#[wasm_bindgen_test]
fn a_map_tells_of_its_values() {
    let map =
        inline(json!({ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Zone" } }));
    assert_eq!(map.kind, Kind::Map);
    assert_eq!(map.name, "Zone");
    assert_eq!(map.members.len(), 3);
}

#[wasm_bindgen_test]
fn a_reference_into_the_void_is_anything() {
    assert_eq!(
        in_words(&inline(json!({ "type": "array", "items": { "$ref": "#/nowhere" } }))),
        "list of nowhere"
    );
    assert_eq!(inline(json!({ "$ref": "#/nowhere" })).kind, Kind::Any);
}
