use std::sync::Arc;

use serde_json::Value;

use super::operation::{self, Operation};
use super::{list, members, text};
use crate::api::ApiError;

/// An OpenAPI document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document(Arc<Value>);

/// The operations that share a tag.
pub struct Group {
    pub tag: String,
    pub description: String,
    /// Whether it is part of `/restapi`, which scripts call.
    pub for_scripts: bool,
    pub operations: Vec<Operation>,
}

/// A way to prove who is calling.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// What operations call it.
    pub id: String,
    /// `apiKey` or `http`.
    pub kind: String,
    /// `header`, `cookie` or `query`; for `http` the scheme, e.g. `bearer`.
    pub place: String,
    /// The header's or cookie's name.
    pub name: String,
    pub description: String,
}

/// Methods in the order in which a reader wants them.
const METHODS: [&str; 7] = ["get", "post", "put", "patch", "delete", "head", "options"];
/// A reference that leads to a reference and so on is given up after so many steps.
const LONGEST_CHAIN: u8 = 16;

impl Document {
    /// # Errors
    /// [`ApiError::Unreadable`] if the text is not JSON.
    pub fn read(text: &str) -> Result<Self, ApiError> {
        serde_json::from_str(text).map(Self::new).map_err(|_| ApiError::Unreadable)
    }

    pub fn new(value: Value) -> Self {
        Self(Arc::new(value))
    }

    pub fn title(&self) -> &str {
        text(&self.0["info"], "title")
    }

    pub fn version(&self) -> &str {
        text(&self.0["info"], "version")
    }

    pub fn description(&self) -> &str {
        text(&self.0["info"], "description")
    }

    /// What a `$ref` leads to, or the value itself. A reference into the void leads to `null`.
    pub fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        let mut value = value;
        for _ in 0..LONGEST_CHAIN {
            let Some(pointer) = value["$ref"].as_str() else { return value };
            value = pointer.strip_prefix('#').and_then(|path| self.0.pointer(path)).unwrap_or(&Value::Null);
        }
        &Value::Null
    }

    /// All operations by tag: `/restapi` first, then in the order of the document's own list of tags.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = list(&self.0["tags"]).iter().map(Group::of).collect();
        for operation in self.operations() {
            match groups.iter_mut().find(|group| group.tag == operation.tag) {
                Some(group) => group.operations.push(operation),
                None => groups.push(Group::begun_by(operation)),
            }
        }
        groups.retain(|group| !group.operations.is_empty());
        for group in &mut groups {
            group.for_scripts = group.operations.iter().all(Operation::is_for_scripts);
        }
        groups.sort_by_key(|group| !group.for_scripts);
        groups
    }

    pub fn schemes(&self) -> Vec<Scheme> {
        members(&self.0["components"]["securitySchemes"])
            .map(|(id, scheme)| self.scheme(id, scheme))
            .collect()
    }

    /// What an operation needs that says nothing of its own.
    pub(super) fn security(&self) -> &Value {
        &self.0["security"]
    }

    /// The schema of that name, e.g. `Problem`.
    pub fn schema(&self, name: &str) -> Option<&Value> {
        self.0["components"]["schemas"].get(name)
    }

    fn operations(&self) -> Vec<Operation> {
        let mut all = Vec::new();
        for (path, item) in members(&self.0["paths"]) {
            for method in METHODS {
                if let Some(operation) = item.get(method) {
                    all.push(operation::read(self, path, method, item, operation));
                }
            }
        }
        all
    }

    fn scheme(&self, id: &str, scheme: &Value) -> Scheme {
        let scheme = self.resolve(scheme);
        let place = if text(scheme, "type") == "http" { "scheme" } else { "in" };
        Scheme {
            id: id.to_owned(),
            kind: text(scheme, "type").to_owned(),
            place: text(scheme, place).to_owned(),
            name: text(scheme, "name").to_owned(),
            description: text(scheme, "description").to_owned(),
        }
    }
}

impl Group {
    fn of(tag: &Value) -> Self {
        Self {
            tag: text(tag, "name").to_owned(),
            description: text(tag, "description").to_owned(),
            for_scripts: false,
            operations: Vec::new(),
        }
    }

    fn begun_by(operation: Operation) -> Self {
        let tag = operation.tag.clone();
        Self { tag, description: String::new(), for_scripts: false, operations: vec![operation] }
    }
}
