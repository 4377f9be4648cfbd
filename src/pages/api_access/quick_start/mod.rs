//! What one does with a key at once: commands and files to copy, and a call to test it with. Everything but the first
//! command comes with what the reader chooses, see [`super::key_tools`].

mod curl;
pub mod snippet;
#[cfg(feature = "stories")]
pub mod stories;
mod target;

use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::key_tools::{Chosen, Tool};
use super::secret_key::SecretViewing;
use crate::components::{Button, Tab, Tabs, changing, unique_id};
use crate::pages::chunk::{self, Part};
use crate::{rich, text};
use snippet::Snippet;

pub use curl::curl;
pub use target::{Secret, Target, Write};

#[component]
pub fn QuickStart(credential: Signal<Credential>, viewing: SecretViewing) -> impl IntoView {
    let title = unique_id("quick-start");
    let labelledby = title.clone();
    let code = |words: ChildrenFn| view! { <code translate="no">{words()}</code> }.into_any();
    let chosen = move |tool| chunk::show(Part::KeyTool(Chosen { tool, credential, viewing }));
    let curl = move || {
        view! {
            <Snippet
                credential
                viewing
                write=curl
                label=text!(api_access.quick_start.curl.label)
                copy=text!(api_access.quick_start.curl.copy)
            />
        }
    };
    let mut tabs = vec![Tab::new("curl", curl)];
    for (label, tool) in [
        ("Terraform", Tool::Terraform),
        ("Python", Tool::Python),
        ("JavaScript", Tool::JavaScript),
        (text!(api_access.quick_start.environment), Tool::EnvironmentFile),
    ] {
        tabs.push(Tab::new(label, move || chosen(tool)));
    }
    let tests = RwSignal::new(0_u32);
    let testing = RwSignal::new(false);
    let outcome = changing(move || (tests.get() > 0).then(|| chosen(Tool::Test { testing })));
    view! {
        <section class="quick-start" aria-labelledby=labelledby>
            <h4 class="key-name" id=title>{text!(api_access.quick_start.title)}</h4>
            <p class="key-purpose">{rich!(api_access.quick_start.what, <command> = code)}</p>
            <Tabs label=text!(api_access.quick_start.choose) tabs />
            <div class="key-actions">
                <Button busy=testing on_press=move |()| tests.update(|tests| *tests += 1)>
                    {text!(api_access.quick_start.test)}
                </Button>
                <p class="key-note">{text!(api_access.quick_start.test_what)}</p>
            </div>
            {outcome}
        </section>
    }
    .into_any()
}
