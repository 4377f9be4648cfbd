#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::Page;
use latchkey_contract::activity::Activity;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{EmptyState, IconName, Loaded, SectionCard, Skeleton};
use crate::i18n::format;
use crate::live::use_live;
use crate::pages::activity::entry::Entry;
use crate::place::Place;
use crate::reading::read;
use crate::session::use_session;
use crate::text;

/// How many acts are shown.
const COUNT: u32 = 5;

/// The latest of "My Activity".
#[component]
pub fn LatestActivity() -> impl IntoView {
    let api = use_api();
    let reading = read(move || api.activity(None, Some(COUNT)));
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::ActivityAdded | LiveEvent::Reset) {
            reading.again();
        }
    });
    let is_empty = |page: &Page<Activity>| page.items.is_empty();
    let ready = |page: Signal<Page<Activity>>| view! { <List page /> }.into_any();
    view! {
        <SectionCard title=text!(dashboard.activity.title)>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=5 /> }
                is_empty
                empty=|| view! { <EmptyState title=text!(activity.nothing) icon=IconName::ACTIVITY /> }
                on_retry=move |()| reading.again()
                ready
            />
        </SectionCard>
    }
    .into_any()
}

#[component]
fn List(page: Signal<Page<Activity>>) -> impl IntoView {
    let session = use_session();
    let entries = move || {
        let zone = session.time_zone();
        let reader = session.account().get().map(|account| account.full_name()).unwrap_or_default();
        let entry = |activity: Activity| {
            let when = format::date_time(&activity.at, zone.as_deref());
            view! { <Entry activity when reader=reader.clone() /> }
        };
        page.get().items.into_iter().map(entry).collect_view()
    };
    view! {
        <ul class="activity-list">{entries}</ul>
        <p class="dashboard-actions"><a href=Place::Activity.path()>{text!(dashboard.activity.all)}</a></p>
    }
    .into_any()
}
