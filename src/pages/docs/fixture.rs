//! A small document in the form in which the backend writes its own, for stories and tests.

use super::openapi::Document;
use super::openapi::example::Bases;

/// The document as JSON.
pub const OPENAPI: &str = include_str!("fixture.json");

pub fn document() -> Document {
    Document::new(serde_json::from_str(OPENAPI).unwrap_or_default())
}

pub fn bases() -> Bases {
    Bases {
        origin: "https://portal.example".to_owned(),
        restapi: "https://portal.example/restapi".to_owned(),
    }
}
