#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::admin::UserAccess;
use latchkey_contract::api_access::AccessState;
use leptos::prelude::*;

use super::changing::Changing;
use crate::components::{BadgeKind, Button, Cell, Row};
use crate::pages::administration::{Decided, Person};
use crate::platform::focus;
use crate::text;

/// A user's API access, with the button that changes it.
#[component]
pub fn UserRow(#[prop(into)] user: Signal<UserAccess>, changing: Changing) -> impl IntoView {
    let who = move || {
        let (name, email) = user.with(|user| (user.user_name.clone(), user.user_email.clone()));
        view! { <Person name email /> }.into_any()
    };
    let state = Memo::new(move |_| user.with(|user| user.state));
    let change = move || {
        focus::rescue();
        match state.get() {
            AccessState::Approved => view! { <Disable user changing /> }.into_any(),
            _ => view! { <Enable user changing /> }.into_any(),
        }
    };
    view! {
        <Row>
            <Cell column=text!(admin.users.column.user)>{who}</Cell>
            <Cell column=text!(admin.users.column.company)>
                {move || user.with(|user| user.company_name.clone())}
            </Cell>
            <Cell column=text!(admin.users.column.access)><Access user /></Cell>
            <Cell column=text!(admin.users.column.keys)>{move || user.with(|user| user.active_keys)}</Cell>
            <Cell column=""><div class="row-actions">{change}</div></Cell>
        </Row>
    }
    .into_any()
}

#[component]
fn Access(user: Signal<UserAccess>) -> impl IntoView {
    move || {
        let (state, decision) = user.with(|user| (user.state, user.decision.clone()));
        let (kind, state) = match state {
            AccessState::Disabled => (BadgeKind::Neutral, text!(admin.users.state.disabled)),
            AccessState::Pending => (BadgeKind::Warning, text!(admin.users.state.pending)),
            AccessState::Denied => (BadgeKind::Danger, text!(admin.users.state.denied)),
            AccessState::Approved => (BadgeKind::Success, text!(admin.users.state.approved)),
            AccessState::Suspended => (BadgeKind::Danger, text!(admin.users.state.suspended)),
        };
        view! { <Decided kind state decision /> }.into_any()
    }
}

#[component]
fn Disable(user: Signal<UserAccess>, changing: Changing) -> impl IntoView {
    view! {
        <Button on_press=move |()| changing.ask_why(user.get_untracked())>
            {text!(admin.users.disable)}
            <Of user />
        </Button>
    }
    .into_any()
}

#[component]
fn Enable(user: Signal<UserAccess>, changing: Changing) -> impl IntoView {
    let id = user.with_untracked(|user| user.user_id);
    view! {
        <Button busy=changing.is_enabling(id) on_press=move |()| changing.enable(&user.get_untracked())>
            {text!(admin.users.enable)}
            <Of user />
        </Button>
    }
    .into_any()
}

/// Read out, so that buttons that look alike do not sound alike.
#[component]
fn Of(user: Signal<UserAccess>) -> impl IntoView {
    let of = move || text!(admin.users.of, user = user.with(|user| user.user_name.clone()));
    view! { <span class="visually-hidden">" "{of}</span> }.into_any()
}
