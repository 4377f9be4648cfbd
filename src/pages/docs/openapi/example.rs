use serde_json::{Map, Value};

use super::document::Document;
use super::operation::{Body, Operation, Parameter};
use super::schema::kind_name;
use super::{list, members, plain, text};

/// Objects within objects are followed so far; a schema may contain itself.
const DEEPEST: u8 = 8;

/// The body as somebody might send or get it, in JSON with two spaces of indentation.
pub fn json(document: &Document, body: &Body) -> String {
    let value = body.example.clone().unwrap_or_else(|| value(document, &body.schema, DEEPEST));
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// Where the operations live.
#[derive(Clone, Debug)]
pub struct Bases {
    /// The portal's origin, e.g. `https://portal.example`.
    pub origin: String,
    /// What stands for `/restapi`, e.g. `https://portal.example/restapi`.
    pub restapi: String,
}

/// A command that calls the operation. Secrets are left to the environment: `$LATCHKEY_API_KEY`,
/// `$LATCHKEY_SECRET_KEY`, `$LATCHKEY_SESSION`.
pub fn curl(document: &Document, operation: &Operation, bases: &Bases) -> String {
    let mut lines = vec![format!("curl '{}'", bases.url(&address(document, operation)))];
    if operation.method != "GET" {
        lines.push(format!("--request {}", operation.method));
    }
    lines.extend(credentials(document, operation));
    if !operation.is_for_scripts() && operation.method != "GET" {
        lines.push(format!("--header 'Origin: {}'", bases.origin));
    }
    for header in
        operation.parameters.iter().filter(|parameter| parameter.place == "header" && parameter.required)
    {
        lines.push(format!("--header '{}: {}'", header.name, parameter_value(document, header)));
    }
    if let Some(body) = &operation.body {
        lines.push(format!("--header 'Content-Type: {}'", body.media_type));
        // A single quote would end the shell's string.
        lines.push(format!("--data '{}'", json(document, body).replace('\'', r"'\''")));
    }
    lines.join(" \\\n  ")
}

impl Bases {
    fn url(&self, path: &str) -> String {
        match path.strip_prefix("/restapi") {
            Some(rest) => format!("{}{rest}", self.restapi),
            None => format!("{}{path}", self.origin),
        }
    }
}

/// The path with its placeholders filled and the query that must be there.
fn address(document: &Document, operation: &Operation) -> String {
    let mut address = operation.path.clone();
    let mut mark = '?';
    for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
        let value = parameter_value(document, parameter);
        match parameter.place.as_str() {
            "path" => address = address.replace(&format!("{{{}}}", parameter.name), &value),
            "query" => {
                address.push_str(&format!("{mark}{}={value}", parameter.name));
                mark = '&';
            }
            _ => {}
        }
    }
    address
}

fn parameter_value(document: &Document, parameter: &Parameter) -> String {
    parameter.example.clone().unwrap_or_else(|| plain(&value(document, &parameter.schema, DEEPEST)))
}

fn credentials(document: &Document, operation: &Operation) -> Vec<String> {
    let needed = operation.security.first().map_or(&[][..], Vec::as_slice);
    let schemes = document.schemes();
    let option = |id: &String| {
        let scheme = schemes.iter().find(|scheme| scheme.id == *id)?;
        match scheme.place.as_str() {
            "header" if scheme.name.eq_ignore_ascii_case("apikey") => {
                Some(format!("--header \"{}: $LATCHKEY_API_KEY\"", scheme.name))
            }
            "header" => Some(format!("--header \"{}: $LATCHKEY_SECRET_KEY\"", scheme.name)),
            "cookie" => Some(format!("--cookie \"{}=$LATCHKEY_SESSION\"", scheme.name)),
            _ => None,
        }
    };
    needed.iter().filter_map(option).collect()
}

fn value(document: &Document, schema: &Value, depth: u8) -> Value {
    let schema = document.resolve(schema);
    if let Some(given) = given(schema) {
        return given.clone();
    }
    let Some(depth) = depth.checked_sub(1) else { return Value::Null };
    if let Some(choices) = schema.get("oneOf").or_else(|| schema.get("anyOf")) {
        let choice = list(choices).iter().find(|choice| text(choice, "type") != "null");
        return choice.map_or(Value::Null, |choice| value(document, choice, depth));
    }
    match kind_name(schema) {
        "string" => Value::from(string(text(schema, "format"))),
        "integer" | "number" => schema.get("minimum").cloned().unwrap_or_else(|| Value::from(1)),
        "boolean" => Value::Bool(true),
        "array" => Value::Array(vec![value(document, &schema["items"], depth)]),
        _ => Value::Object(object(document, schema, depth)),
    }
}

fn object(document: &Document, schema: &Value, depth: u8) -> Map<String, Value> {
    let mut made: Map<String, Value> = members(&schema["properties"])
        .map(|(name, member)| (name.to_owned(), value(document, member, depth)))
        .collect();
    for part in list(&schema["allOf"]) {
        if let Value::Object(part) = value(document, part, depth) {
            made.extend(part);
        }
    }
    made
}

/// The value that the schema itself gives.
fn given(schema: &Value) -> Option<&Value> {
    let listed = || schema["examples"].get(0).or_else(|| schema["enum"].get(0));
    schema.get("example").or_else(|| schema.get("const")).or_else(listed).or_else(|| schema.get("default"))
}

fn string(format: &str) -> &'static str {
    match format {
        "uuid" => "019575b2-7c00-7000-8000-000000000001",
        "date-time" => "2026-03-01T09:30:00.000Z",
        "date" => "2026-03-01",
        "email" => "name@company.example",
        "uri" => "https://portal.example",
        "password" => "••••••••••••",
        _ => "text",
    }
}
