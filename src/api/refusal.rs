use latchkey_contract::problem::{Current, FieldError};
use latchkey_contract::{Problem, ProblemKind};
use serde::Deserialize;

use crate::json;

/// What every page needs of a [`Problem`]. What is there now is read from the document by the few pages that ask for it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Refusal {
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    pub status: u16,
    pub detail: String,
    #[serde(default)]
    pub request_id: String,
    #[serde(default)]
    pub errors: Vec<FieldError>,
    pub retry_after: Option<u32>,
    #[serde(skip)]
    document: String,
}

impl Refusal {
    pub fn new(kind: ProblemKind, status: u16) -> Self {
        Self {
            kind,
            status,
            detail: String::new(),
            request_id: String::new(),
            errors: Vec::new(),
            retry_after: None,
            document: String::new(),
        }
    }

    /// `None` if it is no problem document.
    pub(super) fn read(document: &str) -> Option<Self> {
        let refusal = json::read::<Self>(document)?;
        let document = if refusal.status == 409 { document } else { "" };
        Some(Self { document: document.to_owned(), ..refusal })
    }

    /// What is there now, where somebody changed it first.
    pub(super) fn current(&self) -> Option<Current> {
        json::read::<Problem>(&self.document)?.current
    }
}
