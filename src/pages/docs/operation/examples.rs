use leptos::prelude::*;

use crate::components::CodeBlock;
use crate::pages::docs::copy_text::CopyText;
use crate::pages::docs::openapi::example::{self, Bases};
use crate::pages::docs::openapi::{Document, Operation};
use crate::text;

/// A command that calls the operation and what it answers.
pub(super) fn view(document: &Document, operation: &Operation, bases: Signal<Bases>) -> Vec<AnyView> {
    let call = format!("{} {}", operation.method, operation.path);
    let command = {
        let (document, operation) = (document.clone(), operation.clone());
        Signal::derive(move || bases.with(|bases| example::curl(&document, &operation, bases)))
    };
    let mut blocks = vec![block(text!(docs.example_command).to_owned(), &call, command)];
    let success = operation.replies.iter().find(|reply| reply.is_success());
    if let Some((reply, body)) = success.and_then(|reply| Some((reply, reply.body.as_ref()?))) {
        let answer = Signal::stored(example::json(document, body));
        blocks.push(block(text!(docs.example_answer, status = reply.status.clone()), &call, answer));
    }
    blocks
}

fn block(label: String, call: &str, code: Signal<String>) -> AnyView {
    let name = text!(docs.copy_of, what = label.clone(), operation = call.to_owned());
    let actions = move || view! { <CopyText text=code name=name.clone() /> };
    view! { <CodeBlock code=move || code.get() label actions /> }.into_any()
}
