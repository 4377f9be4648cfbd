#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::Page;
use latchkey_contract::admin::{AccessRequest, RequestState};
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{ButtonKind, ButtonLink, Loaded, SectionCard, Skeleton};
use crate::live::use_live;
use crate::place::Place;
use crate::reading::read;
use crate::text;

/// How many requests for API access wait for an administrator.
#[component]
pub fn QueueCard() -> impl IntoView {
    let api = use_api();
    let reading = read(move || api.access_requests(Some(RequestState::Pending), None));
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::RequestsChanged { .. } | LiveEvent::Reset) {
            reading.again();
        }
    });
    let ready = |page: Signal<Page<AccessRequest>>| (move || page.with(waiting)).into_any();
    view! {
        <SectionCard title=text!(dashboard.queue.title)>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=3 /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| reading.again()
                ready
            />
        </SectionCard>
    }
    .into_any()
}

fn waiting(page: &Page<AccessRequest>) -> AnyView {
    let count = page.items.len();
    let words = match count {
        0 => text!(dashboard.queue.none),
        1 => text!(dashboard.queue.one),
        _ => text!(dashboard.queue.several),
    };
    // More than fit on a page are not counted.
    let number = if page.next.is_some() { format!("{count}+") } else { count.to_string() };
    let kind = if count == 0 { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        <p class="dashboard-count"><strong>{number}</strong>" "<span>{words}</span></p>
        <p class="dashboard-actions">
            <ButtonLink kind href=Place::ApiRequests.path()>{text!(dashboard.queue.open)}</ButtonLink>
            <a href=Place::ApiUsers.path()>{text!(dashboard.queue.users)}</a>
        </p>
    }
    .into_any()
}
