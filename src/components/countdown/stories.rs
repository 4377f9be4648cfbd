use leptos::prelude::*;

use super::Countdown;
use crate::preview::Story;

fn at(left: u32, kept: bool) -> AnyView {
    let kept = RwSignal::new(kept);
    view! { <Countdown left total=30 kept on_keep=move |()| kept.set(true) /> }.into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Countdown", "Running", || at(21, false)),
        Story::new("Countdown", "Nearly over", || at(3, false)),
        Story::new("Countdown", "Kept visible", || at(21, true)),
    ]
}
