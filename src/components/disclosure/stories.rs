use leptos::prelude::*;

use super::Disclosure;
use crate::components::TextArea;
use crate::preview::Story;

fn reason(open: bool) -> AnyView {
    let open = RwSignal::new(open);
    let value = RwSignal::new(String::new());
    view! {
        <Disclosure summary="Add a reason (optional)" open>
            <TextArea label="Reason" value max=500 />
        </Disclosure>
    }
    .into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Disclosure", "Closed", || reason(false)),
        Story::new("Disclosure", "Open", || reason(true)),
    ]
}
