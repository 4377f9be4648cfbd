use leptos::prelude::*;

use super::{Card, SectionCard};
use crate::components::Button;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Card", "Plain", || {
            view! { <Card><p>"API access is on since March 1, 2026."</p></Card> }.into_any()
        }),
        Story::new("Card", "With a heading bar", || {
            view! {
                <SectionCard title="Request API Access" actions=|| view! { <Button>"Refresh"</Button> }>
                    <p>"API Access is currently disabled on your account."</p>
                </SectionCard>
            }
            .into_any()
        }),
    ]
}
