use leptos::prelude::*;

use super::use_announcer;
use crate::components::Button;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Announcer", "Says something", || {
        let announcer = use_announcer();
        view! {
            <div class="stack">
                <p>"Nothing is seen here. A screen reader hears what the button says."</p>
                <span><Button on_press=move |()| announcer.polite("API access approved. Your credentials are ready.")>
                    "Announce"
                </Button></span>
            </div>
        }
        .into_any()
    })]
}
