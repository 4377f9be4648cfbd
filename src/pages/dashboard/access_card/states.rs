use latchkey_contract::Timestamp;
use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use latchkey_contract::credential::CredentialState;
use leptos::prelude::*;

use crate::components::{ButtonKind, ButtonLink};
use crate::i18n::format;
use crate::place::Place;
use crate::session::use_session;
use crate::text;

/// The state in words and the way to the next step.
pub(super) fn view(access: &ApiAccess) -> AnyView {
    match &access.status {
        AccessStatus::Disabled => view! {
            <p class="dashboard-lead">{text!(dashboard.access.disabled)}</p>
            <p>{text!(dashboard.access.how_to_get)}</p>
            {next(ButtonKind::Primary, text!(dashboard.access.request))}
        }
        .into_any(),
        AccessStatus::Pending { sent_at, reason, .. } => view! {
            <p class="dashboard-lead">{text!(dashboard.access.pending)}</p>
            <p>{text!(dashboard.access.sent, when = when(sent_at))}</p>
            {reason.as_deref().map(quote)}
            {next(ButtonKind::Secondary, text!(dashboard.access.see_request))}
        }
        .into_any(),
        AccessStatus::Denied { decided_by, decided_at, reason } => view! {
            <p class="dashboard-lead">{text!(dashboard.access.denied)}</p>
            <p>{text!(dashboard.access.decided, who = decided_by.clone(), when = when(decided_at))}</p>
            {quote(reason)}
            {next(ButtonKind::Primary, text!(dashboard.access.ask_again))}
        }
        .into_any(),
        AccessStatus::Approved { .. } => approved(access),
        AccessStatus::Suspended { decided_by, decided_at, reason } => view! {
            <p class="dashboard-lead">{text!(dashboard.access.suspended)}</p>
            <p>{text!(dashboard.access.decided, who = decided_by.clone(), when = when(decided_at))}</p>
            {quote(reason)}
            {next(ButtonKind::Secondary, text!(dashboard.access.open))}
        }
        .into_any(),
    }
}

fn approved(access: &ApiAccess) -> AnyView {
    let active = access.credentials.iter().find(|credential| credential.state == CredentialState::Active);
    let said = match active {
        Some(credential) => view! {
            <p class="dashboard-lead">{text!(dashboard.access.approved)}</p>
            <dl class="dashboard-key">
                <dt>{text!(dashboard.access.api_key)}</dt>
                <dd><code translate="no">{credential.api_key.clone()}</code></dd>
            </dl>
        }
        .into_any(),
        None => view! {
            <p class="dashboard-lead">{text!(dashboard.access.no_key)}</p>
            <p>{text!(dashboard.access.create_key)}</p>
        }
        .into_any(),
    };
    view! {
        {said}
        {next(ButtonKind::Primary, text!(dashboard.access.open))}
    }
    .into_any()
}

/// All next steps are taken on the page of API access; the documentation can be read in every state.
fn next(kind: ButtonKind, label: &'static str) -> AnyView {
    view! {
        <p class="dashboard-actions">
            <ButtonLink kind href=Place::ApiAccess.path()>{label}</ButtonLink>
            <a href=Place::Docs.path()>{text!(dashboard.access.read_docs)}</a>
        </p>
    }
    .into_any()
}

fn quote(reason: &str) -> AnyView {
    view! { <blockquote class="dashboard-reason">{reason.to_owned()}</blockquote> }.into_any()
}

fn when(at: &Timestamp) -> String {
    format::date_time(at, use_session().time_zone().as_deref())
}
