use leptos::prelude::*;

use super::IconButton;
use crate::components::IconName;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Icon button", "Some", || {
        let open = RwSignal::new(false);
        view! {
            <div class="cluster">
                <IconButton icon=IconName::CLOSE label="Close" />
                <IconButton icon=IconName::COPY label="Copy API key" />
                <IconButton
                    icon=IconName::MENU
                    label="Menu"
                    expanded=Signal::from(open)
                    on_press=move |()| open.update(|open| *open = !*open)
                />
            </div>
        }
        .into_any()
    })]
}
