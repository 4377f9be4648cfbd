use leptos::prelude::*;

use super::{Load, Loaded};
use crate::api::ApiError;
use crate::components::{EmptyState, Skeleton};
use crate::preview::Story;

fn showing(state: Load<Vec<&'static str>>) -> AnyView {
    let state = RwSignal::new(state);
    let ready = |names: Signal<Vec<&'static str>>| {
        view! { <ul>{move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul> }.into_any()
    };
    view! {
        <Loaded
            state
            loading={|| view! { <Skeleton lines=4 /> }}
            is_empty={Vec::is_empty}
            empty={|| view! { <EmptyState title="No zones yet">"Zones appear here when your cloud has some."</EmptyState> }}
            on_retry=move |()| state.set(Load::Ready(vec!["Chennai", "Frankfurt"]))
            ready
        />
    }
    .into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Loaded", "Loading", || showing(Load::Loading)),
        Story::new("Loaded", "Failed", || showing(Load::Failed(ApiError::Offline))),
        Story::new("Loaded", "Empty", || showing(Load::Ready(Vec::new()))),
        Story::new("Loaded", "Ready", || showing(Load::Ready(vec!["Chennai", "Frankfurt"]))),
    ]
}
