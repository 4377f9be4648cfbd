use leptos::prelude::*;

use super::Snippet;
use crate::pages::api_access::fixtures;
use crate::pages::api_access::key_tools::{environment_file, javascript, python, terraform};
use crate::pages::api_access::quick_start::{Write, curl};
use crate::pages::api_access::secret_key::SecretViewing;
use crate::pages::fixture::on_fake;
use crate::platform::clipboard::CopyOutcome;
use crate::platform::fake::FakeClipboard;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Snippet";
    vec![
        Story::new(group, "curl", || snippet(curl, CopyOutcome::Done)),
        Story::new(group, "Terraform", || snippet(terraform, CopyOutcome::Done)),
        Story::new(group, "Python", || snippet(python, CopyOutcome::Done)),
        Story::new(group, "JavaScript", || snippet(javascript, CopyOutcome::Done)),
        Story::new(group, "Environment file", || snippet(environment_file, CopyOutcome::Done)),
        Story::new(group, "Where the browser does not copy", || snippet(curl, CopyOutcome::Refused)),
    ]
}

fn snippet(write: Write, outcome: CopyOutcome) -> AnyView {
    on_fake(&fixtures::backend(&fixtures::approved()));
    provide_context(FakeClipboard::that(outcome).clipboard());
    let credential = fixtures::given(fixtures::credential());
    let viewing = SecretViewing::new(credential);
    view! { <Snippet credential viewing write label="Lines" copy="Copy lines" /> }.into_any()
}
