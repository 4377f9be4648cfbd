//! Walks an OpenAPI 3.1 document as it is, a JSON value: small functions instead of a type for every object of the standard.
//! What is missing or of another kind reads as empty, so that a document of a newer backend still shows.

pub mod document;
pub mod example;
pub mod operation;
pub mod schema;

pub use document::{Document, Group, Scheme};
pub use operation::{Body, Operation, Parameter, Reply};
pub use schema::{Kind, Member, Shape};

use serde_json::Value;

/// The text of a member; empty if there is none.
fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_default()
}

/// The items of a list; none if it is no list.
fn list(of: &Value) -> &[Value] {
    of.as_array().map_or(&[], Vec::as_slice)
}

/// The members of an object; none if it is no object.
fn members(of: &Value) -> impl Iterator<Item = (&str, &Value)> {
    of.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// A value as a script writes it: text without quotes, anything else as JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
