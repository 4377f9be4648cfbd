#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::first_command::FirstCommand;
use super::resource_row::ResourceRow;
use super::sorting::{self, Sorting};
use super::{Kind, Line};
use crate::api::{Wanted, use_api};
use crate::app::use_chosen;
use crate::components::{Button, DataTable, EmptyState, IconName, Loaded, SearchField, Skeleton};
use crate::listing::{Listing, followed, load_more};
use crate::live::use_live;
use crate::pages::administration::Stale;
use crate::platform::timer::use_timers;
use crate::text;

/// How long to wait after an event for those that come with it, in milliseconds: a script seldom does one thing alone.
const GATHER: u32 = 150;

/// What the company has of a kind, with search and order, kept true by live events.
#[component]
pub fn ResourceList(kind: Kind) -> impl IntoView {
    let api = use_api();
    let search = use_chosen("search", |_| true);
    let sort = use_chosen("sort", sorting::is_choice);
    let list = Listing::idle(move |cursor: Option<String>| {
        let (sort, order) = sort.value.with_untracked(|word| sorting::of(word));
        kind.fetch(api, Wanted { search: search.value.get_untracked(), sort, order, cursor })
    });
    list.again();
    Effect::new(move |first: Option<()>| {
        sort.value.track();
        if first.is_some() {
            sort.keep();
            list.again();
        }
    });
    follow(kind, list);
    view! {
        <div class="resources">
            <div class="resources-tools">
                <SearchField
                    label=text!(resources.search)
                    hint=text!(resources.search_hint)
                    search=search.value
                    on_typed=move |()| {
                        search.keep();
                        list.again();
                    }
                />
                <Sorting sort=sort.value />
            </div>
            <Stale failure=list.failure() on_retry=move |()| list.again() />
            <Loaded
                state=list.items()
                loading=|| view! { <Skeleton lines=8 /> }
                is_empty=Vec::is_empty
                empty=move || view! { <Nothing kind search=search.value /> }
                on_retry=move |()| list.again()
                ready=move |lines| view! { <Table kind lines list /> }.into_any()
            />
        </div>
    }
    .into_any()
}

/// Reads the list again when something happened to it.
fn follow(kind: Kind, list: Listing<Line>) {
    let timers = use_timers();
    let gathering = StoredValue::new(false);
    use_live().on_event(move |event| {
        let concerns = match event {
            LiveEvent::ResourcesChanged { resource } => kind.is_about(*resource),
            event => *event == LiveEvent::Reset,
        };
        if !concerns || gathering.try_get_value() != Some(false) {
            return;
        }
        gathering.set_value(true);
        timers.after(GATHER, move || {
            if gathering.try_set_value(false).is_none() {
                list.again();
            }
        });
    });
}

#[component]
fn Table(kind: Kind, lines: Signal<Vec<Line>>, list: Listing<Line>) -> impl IntoView {
    let ids = move || lines.with(|lines| lines.iter().map(|line| line.id).collect::<Vec<_>>());
    let row = move |id: Uuid| {
        let line = followed(lines, move |it| it.id == id)?;
        Some(view! { <ResourceRow kind line /> }.into_any())
    };
    let mut columns = vec![text!(resources.column.name), text!(resources.column.state)];
    columns.extend(kind.columns());
    columns.push(text!(resources.column.last_change));
    view! {
        <DataTable caption=kind.name() columns>
            <For each=ids key=|id| *id children=row />
        </DataTable>
        {load_more(list)}
    }
    .into_any()
}

#[component]
fn Nothing(kind: Kind, search: RwSignal<String>) -> impl IntoView {
    if search.with_untracked(|search| search.trim().is_empty()) {
        return view! {
            <EmptyState title=kind.none() icon=kind.icon() />
            <FirstCommand kind />
        }
        .into_any();
    }
    view! {
        <EmptyState title=text!(resources.nothing) icon=IconName::SEARCH_NOTHING>
            <p>{text!(resources.nothing_what)}</p>
            <Button on_press=move |()| search.set(String::new())>{text!(resources.clear)}</Button>
        </EmptyState>
    }
    .into_any()
}
