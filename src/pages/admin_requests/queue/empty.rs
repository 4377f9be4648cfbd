use leptos::prelude::*;

use super::super::filter::Filter;
use crate::components::EmptyState;
use crate::text;

#[component]
pub(super) fn NoRequests(filter: Signal<Filter>) -> impl IntoView {
    let title = move || match filter.get() {
        Filter::Pending => text!(admin.requests.empty.pending),
        Filter::Approved => text!(admin.requests.empty.approved),
        Filter::Denied => text!(admin.requests.empty.denied),
        Filter::Withdrawn => text!(admin.requests.empty.withdrawn),
        Filter::All => text!(admin.requests.empty.all),
    };
    let what = move || match filter.get() {
        Filter::Pending | Filter::All => text!(admin.requests.empty.pending_what),
        Filter::Approved | Filter::Denied | Filter::Withdrawn => text!(admin.requests.empty.other_what),
    };
    view! { <EmptyState title><p>{what}</p></EmptyState> }.into_any()
}
