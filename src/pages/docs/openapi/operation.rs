use serde_json::Value;

use super::document::Document;
use super::{list, members, plain, text};

/// One method of one path.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its anchor on the page: the `operationId`, or one made of method and path.
    pub id: String,
    /// In capitals.
    pub method: String,
    /// With placeholders, e.g. `/api/v1/credentials/{id}/revoke`.
    pub path: String,
    pub tag: String,
    pub summary: String,
    pub description: String,
    pub deprecated: bool,
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// By status, successes first.
    pub replies: Vec<Reply>,
    /// Any one of these combinations of schemes will do; an empty one means that nothing is needed.
    pub security: Vec<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: String,
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    pub required: bool,
    pub description: String,
    pub schema: Value,
    pub example: Option<String>,
}

/// A body in one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub media_type: String,
    pub required: bool,
    pub description: String,
    pub schema: Value,
    pub example: Option<Value>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// e.g. `200`, `4XX`, `default`.
    pub status: String,
    pub description: String,
    /// With its description.
    pub headers: Vec<(String, String)>,
    pub body: Option<Body>,
}

impl Operation {
    /// Whether it is part of `/restapi`, which scripts call.
    pub fn is_for_scripts(&self) -> bool {
        self.path.starts_with("/restapi")
    }

    /// Whether anybody may call it.
    pub fn is_public(&self) -> bool {
        self.security.iter().all(Vec::is_empty)
    }
}

impl Reply {
    pub fn is_success(&self) -> bool {
        self.status.starts_with(['1', '2', '3'])
    }
}

pub(super) fn read(
    document: &Document,
    path: &str,
    method: &str,
    item: &Value,
    operation: &Value,
) -> Operation {
    Operation {
        id: anchor(path, method, text(operation, "operationId")),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        tag: operation["tags"][0].as_str().unwrap_or_else(|| first_segment(path)).to_owned(),
        summary: text(operation, "summary").to_owned(),
        description: text(operation, "description").to_owned(),
        deprecated: operation["deprecated"] == true,
        parameters: parameters(document, item, operation),
        body: body(document, document.resolve(&operation["requestBody"])),
        replies: replies(document, &operation["responses"]),
        security: security(operation.get("security").unwrap_or_else(|| document.security())),
    }
}

fn anchor(path: &str, method: &str, id: &str) -> String {
    let name = if id.is_empty() { format!("{method}{path}") } else { id.to_owned() };
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

fn first_segment(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// Those of the path, overridden by those of the operation.
fn parameters(document: &Document, item: &Value, operation: &Value) -> Vec<Parameter> {
    let mut found: Vec<Parameter> = Vec::new();
    for parameter in list(&item["parameters"]).iter().chain(list(&operation["parameters"])) {
        let parameter = self::parameter(document, parameter);
        found.retain(|known| known.name != parameter.name || known.place != parameter.place);
        found.push(parameter);
    }
    found
}

fn parameter(document: &Document, parameter: &Value) -> Parameter {
    let parameter = document.resolve(parameter);
    let place = text(parameter, "in");
    Parameter {
        name: text(parameter, "name").to_owned(),
        place: place.to_owned(),
        required: place == "path" || parameter["required"] == true,
        description: text(parameter, "description").to_owned(),
        schema: parameter["schema"].clone(),
        example: example_of(document, parameter).map(|example| plain(&example)),
    }
}

fn body(document: &Document, body: &Value) -> Option<Body> {
    let (media_type, content) = members(&body["content"]).next()?;
    Some(Body {
        media_type: media_type.to_owned(),
        required: body["required"] == true,
        description: text(body, "description").to_owned(),
        schema: content["schema"].clone(),
        example: example_of(document, content),
    })
}

fn replies(document: &Document, responses: &Value) -> Vec<Reply> {
    let mut replies: Vec<Reply> =
        members(responses).map(|(status, response)| reply(document, status, response)).collect();
    replies.sort_by(|a, b| a.status.cmp(&b.status));
    replies
}

fn reply(document: &Document, status: &str, response: &Value) -> Reply {
    let response = document.resolve(response);
    let header = |(name, header)| {
        let header = document.resolve(header);
        (str::to_owned(name), text(header, "description").to_owned())
    };
    Reply {
        status: status.to_owned(),
        description: text(response, "description").to_owned(),
        headers: members(&response["headers"]).map(header).collect(),
        body: body(document, response),
    }
}

/// `example`, or the first of `examples`, which is a list in a schema and an object elsewhere.
fn example_of(document: &Document, of: &Value) -> Option<Value> {
    let named = || members(&of["examples"]).next().map(|(_, example)| &document.resolve(example)["value"]);
    of.get("example").or_else(|| of["examples"].get(0)).or_else(named).cloned()
}

fn security(requirements: &Value) -> Vec<Vec<String>> {
    let schemes = |all| members(all).map(|(scheme, _)| scheme.to_owned()).collect();
    list(requirements).iter().map(schemes).collect()
}
