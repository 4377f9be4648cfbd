use std::ops::Range;

use leptos::prelude::*;

use super::openapi::{Body, Document, Operation, Shape, schema};

/// What is typed into the search box, and which sections of the page it leaves. Sections go by their number.
#[derive(Clone, Copy)]
pub struct Search {
    pub query: RwSignal<String>,
    shown: Memo<Vec<bool>>,
}

impl Search {
    /// `sections` hold all that is said in each section, in lower case.
    pub fn new(sections: Vec<String>) -> Self {
        let query = RwSignal::new(String::new());
        let shown = Memo::new(move |_| {
            let query = query.get().to_ascii_lowercase();
            let holds_all = |text: &String| query.split_whitespace().all(|word| text.contains(word));
            sections.iter().map(holds_all).collect()
        });
        Self { query, shown }
    }

    pub fn shows(self, section: usize) -> bool {
        self.shown.with(|shown| shown.get(section).copied().unwrap_or_default())
    }

    pub fn shows_any(self, mut sections: Range<usize>) -> bool {
        sections.any(|section| self.shows(section))
    }

    /// How many sections are left.
    pub fn found(self) -> usize {
        self.shown.with(|shown| shown.iter().filter(|shown| **shown).count())
    }
}

/// All that is said of an operation, in lower case.
pub fn text_of(document: &Document, operation: &Operation) -> String {
    let mut text = String::new();
    for part in
        [&operation.method, &operation.path, &operation.tag, &operation.summary, &operation.description]
    {
        add(&mut text, part);
    }
    for parameter in &operation.parameters {
        add(&mut text, &parameter.name);
        add(&mut text, &parameter.description);
    }
    for scheme in operation.security.iter().flatten() {
        add(&mut text, scheme);
    }
    add_body(&mut text, document, operation.body.as_ref());
    for reply in &operation.replies {
        add(&mut text, &reply.status);
        add(&mut text, &reply.description);
        if reply.is_success() {
            add_body(&mut text, document, reply.body.as_ref());
        }
    }
    text
}

pub fn add_shape(text: &mut String, shape: &Shape) {
    add(text, &shape.name);
    add(text, &shape.description);
    for value in &shape.values {
        add(text, value);
    }
    for member in &shape.members {
        add(text, &member.name);
        add_shape(text, &member.shape);
    }
    for choice in &shape.choices {
        add_shape(text, choice);
    }
}

pub fn add(text: &mut String, part: &str) {
    text.push_str(&part.to_ascii_lowercase());
    text.push('\n');
}

fn add_body(text: &mut String, document: &Document, body: Option<&Body>) {
    if let Some(body) = body {
        add_shape(text, &schema::shape(document, &body.schema));
    }
}
