//! What comes with what the reader chooses in the quick start of API Info: snippets for other tools, and a test of the key.

mod environment_file;
mod javascript;
pub mod key_test;
mod python;
mod quoted;
mod terraform;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::quick_start::Write;
use super::quick_start::snippet::Snippet;
use super::secret_key::SecretViewing;
use crate::{rich, text};
use key_test::TestedKey;

pub use environment_file::environment_file;
pub use javascript::javascript;
pub use python::python;
pub use terraform::terraform;

/// What the reader chose.
#[derive(Clone, Copy)]
pub enum Tool {
    Terraform,
    Python,
    JavaScript,
    EnvironmentFile,
    /// A test of the key, done at once; `testing` is true while it is under way.
    Test {
        testing: RwSignal<bool>,
    },
}

/// What the reader chose and for which key.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub tool: Tool,
    pub credential: Signal<Credential>,
    pub viewing: SecretViewing,
}

/// What the reader asked for.
pub fn view(chosen: Chosen) -> AnyView {
    let Chosen { tool, credential, viewing } = chosen;
    let code = |words: ChildrenFn| view! { <code translate="no">{words()}</code> }.into_any();
    let snippet = move |write: Write, label, copy, note: AnyView| {
        view! {
            <p class="key-purpose">{note}</p>
            <Snippet credential viewing write label copy />
        }
        .into_any()
    };
    match tool {
        Tool::Terraform => snippet(
            terraform,
            text!(api_access.quick_start.terraform.label),
            text!(api_access.quick_start.terraform.copy),
            rich!(api_access.quick_start.terraform.note, <command> = code).into_any(),
        ),
        Tool::Python => snippet(
            python,
            text!(api_access.quick_start.python.label),
            text!(api_access.quick_start.python.copy),
            rich!(api_access.quick_start.python.note, <command> = code).into_any(),
        ),
        Tool::JavaScript => snippet(
            javascript,
            text!(api_access.quick_start.javascript.label),
            text!(api_access.quick_start.javascript.copy),
            rich!(api_access.quick_start.javascript.note, <command> = code).into_any(),
        ),
        Tool::EnvironmentFile => snippet(
            environment_file,
            text!(api_access.quick_start.environment_file.label),
            text!(api_access.quick_start.environment_file.copy),
            rich!(api_access.quick_start.environment_file.note, <command> = code).into_any(),
        ),
        Tool::Test { testing } => view! { <TestedKey credential testing /> }.into_any(),
    }
}
