use leptos::prelude::*;

use super::{Fact, Facts};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Facts", "Of a request", || {
        view! {
            <Facts>
                <Fact name="Denied by">"Robin Park"</Fact>
                <Fact name="Reason">
                    "Please ask your team lead first, and name the system that will hold the key. A key for each system is easier to replace than one for all."
                </Fact>
            </Facts>
        }
        .into_any()
    })]
}
