use leptos::prelude::*;

use super::{Tab, Tabs};
use crate::components::CodeBlock;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Tabs", "Languages", || {
        let tabs = vec![
            Tab::new(
                "curl",
                || view! { <CodeBlock code="curl https://portal.example/restapi/zone/zonelist" /> },
            ),
            Tab::new("Python", || view! { <CodeBlock code="requests.get(url, headers=keys)" /> }),
        ];
        view! { <Tabs label="Language" tabs /> }.into_any()
    })]
}
