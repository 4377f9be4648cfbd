//! "API Requests": the administrators' queue.

mod conflict;
mod deciding;
pub mod deny_dialog;
pub mod filter;
pub mod queue;
pub mod request_row;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::Crumb;
use crate::shell::Page;
use crate::text;
use filter::{Filter, FilterLinks};
use queue::Queue;

#[component]
pub fn ApiRequests() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(|query| Filter::of(query.get_str("state"))));
    view! { <RequestsBy filter /> }.into_any()
}

/// The page with the filter that the address says.
#[component]
pub fn RequestsBy(#[prop(into)] filter: Signal<Filter>) -> impl IntoView {
    let title = text!(admin.requests.title);
    view! {
        <Page title crumbs=vec![Crumb::here(title)]>
            <p class="soft">{text!(admin.requests.what)}</p>
            <FilterLinks filter />
            <Queue filter />
        </Page>
    }
    .into_any()
}
