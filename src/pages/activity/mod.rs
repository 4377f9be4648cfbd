//! "My Activity": what was done by, or to, one's account, day by day.

pub mod acts;
pub mod days;
pub mod entry;
#[cfg(feature = "stories")]
pub mod fixture;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::activity::Activity;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;

use crate::api::use_api;
use crate::components::{Card, Crumb, EmptyState, IconName, Loaded, Skeleton};
use crate::i18n::format;
use crate::listing::{Listing, load_more};
use crate::live::use_live;
use crate::pages::administration::Stale;
use crate::platform::timer::use_timers;
use crate::session::use_session;
use crate::shell::Page;
use crate::text;
use days::{Day, by_day};
use entry::Entry;

#[component]
pub fn MyActivity() -> impl IntoView {
    let api = use_api();
    let list =
        Listing::idle(
            move |cursor: Option<String>| async move { api.activity(cursor.as_deref(), None).await },
        );
    list.again();
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::ActivityAdded | LiveEvent::Reset) {
            list.again();
        }
    });
    let organization = Crumb { label: text!(shell.menu.my_organization).to_owned(), href: None };
    let ready = move |activity: Signal<Vec<Activity>>| view! { <Days activity list /> }.into_any();
    view! {
        <Page title=text!(activity.title) crumbs=vec![organization, Crumb::here(text!(activity.title))]>
            <Card>
                <Loaded
                    state=list.items()
                    loading=|| view! { <Skeleton lines=8 /> }
                    is_empty=Vec::is_empty
                    empty=empty
                    on_retry=move |()| list.again()
                    ready
                />
            </Card>
        </Page>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! { <EmptyState title=text!(activity.nothing) icon=IconName::ACTIVITY><p>{text!(activity.nothing_yet)}</p></EmptyState> }
        .into_any()
}

#[component]
fn Days(activity: Signal<Vec<Activity>>, list: Listing<Activity>) -> impl IntoView {
    let session = use_session();
    let timers = use_timers();
    let days = move || {
        let zone = session.time_zone();
        let reader = session.account().get().map(|account| account.full_name()).unwrap_or_default();
        let days = activity.with(|activity| by_day(activity, zone.as_deref(), timers.now()));
        days.into_iter().map(|day| day_view(day, zone.as_deref(), &reader)).collect_view()
    };
    view! {
        <div class="activity">{days}</div>
        <Stale failure=list.failure() on_retry=move |()| list.again() />
        {load_more(list)}
    }
    .into_any()
}

fn day_view(day: Day, zone: Option<&str>, reader: &str) -> AnyView {
    let entries = day.entries.into_iter().map(|activity| {
        let when = format::time(&activity.at, zone);
        view! { <Entry activity when reader=reader.to_owned() /> }
    });
    let entries = entries.collect_view();
    view! {
        <section class="activity-day">
            <h2 class="activity-day-name">{day.name}</h2>
            <ul class="activity-list">{entries}</ul>
        </section>
    }
    .into_any()
}
