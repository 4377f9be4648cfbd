#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::admin::UserAccess;
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::changing::Changing;
use super::conflict::Conflict;
use super::disable_dialog::DisableDialog;
use super::user_row::UserRow;
use crate::api::use_api;
use crate::app::use_chosen;
use crate::components::{
    Button, Card, DataTable, EmptyState, Failure, IconName, Loaded, SearchField, Skeleton,
};
use crate::listing::{Listing, followed, load_more};
use crate::live::use_live;
use crate::pages::administration::Stale;
use crate::text;

/// The users that the search finds, kept true by live events.
#[component]
pub fn UserList() -> impl IntoView {
    let api = use_api();
    let search = use_chosen("search", |_| true);
    let list = Listing::idle(move |cursor: Option<String>| async move {
        let wanted = search.value.with_untracked(|search| search.trim().to_owned());
        let wanted = Some(wanted.as_str()).filter(|wanted| !wanted.is_empty());
        api.users(wanted, cursor.as_deref()).await
    });
    let changing = Changing::new(list);
    list.again();
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::UserAccessChanged { .. } | LiveEvent::Reset) {
            list.again();
        }
    });
    view! {
        <SearchField
            label=text!(admin.users.search)
            hint=text!(admin.users.search_hint)
            search=search.value
            on_typed=move |()| {
                search.keep();
                list.again();
            }
        />
        <Conflict user=changing.conflict.into() />
        <Failure title=text!(admin.users.not_changed) error=changing.failure />
        <Stale failure=list.failure() on_retry=move |()| list.again() />
        <Card>
            <Loaded
                state=list.items()
                loading=|| view! { <Skeleton lines=6 /> }
                is_empty=Vec::is_empty
                empty=move || view! { <Nobody search=search.value /> }
                on_retry=move |()| list.again()
                ready=move |users| view! { <Users users list changing /> }.into_any()
            />
        </Card>
        <DisableDialog changing />
    }
    .into_any()
}

#[component]
fn Users(users: Signal<Vec<UserAccess>>, list: Listing<UserAccess>, changing: Changing) -> impl IntoView {
    let ids = move || users.with(|users| users.iter().map(|user| user.user_id).collect::<Vec<_>>());
    let row = move |id: Uuid| {
        let user = followed(users, move |it| it.user_id == id)?;
        Some(view! { <UserRow user changing /> }.into_any())
    };
    let columns = vec![
        text!(admin.users.column.user),
        text!(admin.users.column.company),
        text!(admin.users.column.access),
        text!(admin.users.column.keys),
        text!(admin.users.column.change),
    ];
    view! {
        <DataTable caption=text!(admin.users.title) columns>
            <For each=ids key=|id| *id children=row />
        </DataTable>
        {load_more(list)}
    }
    .into_any()
}

#[component]
fn Nobody(search: RwSignal<String>) -> impl IntoView {
    if search.with_untracked(|search| search.trim().is_empty()) {
        return view! {
            <EmptyState title=text!(admin.users.empty) icon=IconName::USERS>
                <p>{text!(admin.users.empty_what)}</p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState title=text!(admin.users.nothing) icon=IconName::SEARCH_NOTHING>
            <p>{text!(admin.users.nothing_what)}</p>
            <Button on_press=move |()| search.set(String::new())>{text!(admin.users.clear)}</Button>
        </EmptyState>
    }
    .into_any()
}
