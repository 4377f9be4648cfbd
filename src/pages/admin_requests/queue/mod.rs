mod empty;
mod news;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::admin::AccessRequest;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::conflict::Conflict;
use super::deciding::Deciding;
use super::deny_dialog::DenyDialog;
use super::filter::Filter;
use super::request_row::RequestRow;
use crate::api::use_api;
use crate::components::{Card, DataTable, Failure, Loaded, Skeleton};
use crate::listing::{Listing, followed, load_more};
use crate::live::use_live;
use crate::pages::administration::Stale;
use crate::platform::focus;
use crate::text;
use empty::NoRequests;
use news::announce_new_requests;

/// The requests that `filter` lets through, newest first, kept true by live events.
#[component]
pub fn Queue(#[prop(into)] filter: Signal<Filter>) -> impl IntoView {
    let api = use_api();
    let list = Listing::idle(move |cursor: Option<String>| async move {
        api.access_requests(filter.get_untracked().state(), cursor.as_deref()).await
    });
    let deciding = Deciding::new(list, filter);
    Effect::new(move || {
        filter.track();
        deciding.conflict.set(None);
        list.start_over();
    });
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::RequestsChanged { .. } | LiveEvent::Reset) {
            list.again();
        }
    });
    announce_new_requests(list, filter);
    view! {
        <Conflict request=deciding.conflict.into() />
        <Failure title=text!(admin.requests.not_changed) error=deciding.failure />
        <Stale failure=list.failure() on_retry=move |()| list.again() />
        <Card>
            <Loaded
                state=list.items()
                loading=|| view! { <Skeleton lines=6 /> }
                is_empty=Vec::is_empty
                empty=move || view! { <NoRequests filter /> }
                on_retry=move |()| list.again()
                ready=move |requests| view! { <Requests requests list deciding /> }.into_any()
            />
        </Card>
        <DenyDialog deciding />
    }
    .into_any()
}

#[component]
fn Requests(
    requests: Signal<Vec<AccessRequest>>,
    list: Listing<AccessRequest>,
    deciding: Deciding,
) -> impl IntoView {
    let ids = move || {
        focus::rescue();
        requests.with(|requests| requests.iter().map(|request| request.id).collect::<Vec<_>>())
    };
    let row = move |id: Uuid| {
        let request = followed(requests, move |it| it.id == id)?;
        Some(view! { <RequestRow request deciding /> }.into_any())
    };
    let columns = vec![
        text!(admin.requests.column.user),
        text!(admin.requests.column.company),
        text!(admin.requests.column.sent),
        text!(admin.requests.column.reason),
        text!(admin.requests.column.decision),
    ];
    view! {
        <DataTable caption=text!(admin.requests.title) columns>
            <For each=ids key=|id| *id children=row />
        </DataTable>
        {load_more(list)}
    }
    .into_any()
}
