use leptos::prelude::*;

use super::CodeBlock;
use crate::preview::Story;

const CURL: &str = "curl 'https://portal.example/restapi/zone/zonelist' \\\n  -H 'apikey: lkp_8JQ2mXw0TzK4cRb7YpLs9VdA' \\\n  -H \"secretkey: $LATCHKEY_SECRET_KEY\"";

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Code block", "With a label", || {
            view! { <CodeBlock code=CURL label="curl command" /> }.into_any()
        }),
        Story::new("Code block", "Bare", || view! { <CodeBlock code="{ \"count\": 2 }" /> }.into_any()),
    ]
}
