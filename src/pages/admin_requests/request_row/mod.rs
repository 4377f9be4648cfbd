#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::admin::{AccessRequest, RequestState};
use leptos::prelude::*;

use super::deciding::Deciding;
use crate::components::{BadgeKind, Button, ButtonKind, Cell, Moment, Row};
use crate::pages::administration::{Decided, Person};
use crate::platform::focus;
use crate::session::use_session;
use crate::text;

/// Somebody's request, with the decision or the buttons to make it.
#[component]
pub fn RequestRow(#[prop(into)] request: Signal<AccessRequest>, deciding: Deciding) -> impl IntoView {
    let session = use_session();
    // Who asked, when and why never changes; only the decision does.
    let AccessRequest { user_name, user_email, company_name, sent_at, reason, .. } = request.get_untracked();
    let reason = match reason {
        Some(reason) => view! { <p class="request-reason">{reason}</p> }.into_any(),
        None => view! { <p class="muted">{text!(admin.requests.no_reason)}</p> }.into_any(),
    };
    let is_pending = Memo::new(move |_| request.with(|request| request.state == RequestState::Pending));
    let decision = move || {
        focus::rescue();
        if is_pending.get() {
            view! { <Buttons request deciding /> }.into_any()
        } else {
            view! { <Outcome request /> }.into_any()
        }
    };
    view! {
        <Row>
            <Cell column=text!(admin.requests.column.user)><Person name=user_name email=user_email /></Cell>
            <Cell column=text!(admin.requests.column.company)>{company_name}</Cell>
            <Cell column=text!(admin.requests.column.sent)>
                <Moment at=sent_at zone=Signal::derive(move || session.time_zone()) />
            </Cell>
            <Cell column=text!(admin.requests.column.reason)>{reason}</Cell>
            <Cell column="">{decision}</Cell>
        </Row>
    }
    .into_any()
}

#[component]
fn Buttons(request: Signal<AccessRequest>, deciding: Deciding) -> impl IntoView {
    let id = request.with_untracked(|request| request.id);
    view! {
        <div class="row-actions">
            <Button
                kind=ButtonKind::Primary
                busy=deciding.is_approving(id)
                on_press=move |()| deciding.approve(&request.get_untracked())
            >
                {text!(admin.requests.approve)}
                <Of request />
            </Button>
            <Button on_press=move |()| deciding.ask_why_not(request.get_untracked())>
                {text!(admin.requests.deny)}
                <Of request />
            </Button>
        </div>
    }
    .into_any()
}

/// Read out, so that buttons that look alike do not sound alike.
#[component]
fn Of(request: Signal<AccessRequest>) -> impl IntoView {
    let of = move || text!(admin.requests.of, user = request.with(|request| request.user_name.clone()));
    view! { <span class="visually-hidden">" "{of}</span> }.into_any()
}

#[component]
fn Outcome(request: Signal<AccessRequest>) -> impl IntoView {
    move || {
        let (state, decision) = request.with(|request| (request.state, request.decision.clone()));
        let (kind, state) = match state {
            RequestState::Pending => (BadgeKind::Warning, text!(admin.requests.filter.pending)),
            RequestState::Approved => (BadgeKind::Success, text!(admin.requests.filter.approved)),
            RequestState::Denied => (BadgeKind::Danger, text!(admin.requests.filter.denied)),
            RequestState::Withdrawn => (BadgeKind::Neutral, text!(admin.requests.filter.withdrawn)),
        };
        view! { <Decided kind state decision /> }.into_any()
    }
}
