use latchkey_contract::api_access::{AccessState, ApiAccess};
use leptos::prelude::*;

use super::api_info::ApiInfo;
use super::documentation::DocumentationSentence;
use super::outdated::Outdated;
use crate::access::use_access;
use crate::components::{ApiEmblem, ButtonLink, EmptyState, IconName, Loaded, Skeleton, changing};
use crate::pages::chunk::{self, Part};
use crate::place::Place;
use crate::platform::focus;
use crate::session::use_session;
use crate::text;

/// "Personal Access Token" in every state of the reader's API access. Heading and documentation sentence are the same
/// elements throughout; only what belongs to a state comes and goes.
#[component]
pub(super) fn AccessPanel() -> impl IntoView {
    let state = use_access().state();
    let is_asking = Memo::new(move |_| state.get().is_some_and(|state| !state.was_granted()));
    let emblem = changing(move || {
        is_asking.get().then(|| {
            view! {
                <ApiEmblem />
                <p class="access-disabled">{text!(api_access.request.disabled)}</p>
            }
        })
    });
    view! {
        <h3 class="access-title">{text!(api_access.title)}</h3>
        <div class="access" class:access-asking=move || is_asking.get()>
            {emblem}
            <DocumentationSentence />
            {if untrack(|| use_session().is_administrator()) {
                chunk::show(Part::NotForAdministrators)
            } else {
                view! { <OwnAccess /> }.into_any()
            }}
        </div>
    }
    .into_any()
}

#[component]
fn OwnAccess() -> impl IntoView {
    let access = use_access();
    view! {
        <Outdated />
        <Loaded
            state=access.load()
            loading=|| view! { <Skeleton lines=5 /> }
            is_empty=|_| false
            empty=|| ()
            on_retry=move |()| access.again()
            ready=|access| view! { <InState access /> }.into_any()
        />
    }
    .into_any()
}

/// What belongs to the state alone.
#[component]
fn InState(access: Signal<ApiAccess>) -> impl IntoView {
    let state = Memo::new(move |_| access.with(|access| access.status.state()));
    move || {
        focus::rescue();
        match state.get() {
            AccessState::Approved | AccessState::Suspended => view! { <ApiInfo access /> }.into_any(),
            AccessState::Disabled | AccessState::Pending | AccessState::Denied => {
                let status = Signal::derive(move || access.with(|access| access.status.clone()));
                chunk::show(Part::RequestPanel(status))
            }
        }
    }
}

/// What stands there for an administrator, who belongs to no company.
#[component]
pub(crate) fn NotForAdministrators() -> impl IntoView {
    view! {
        <EmptyState title=text!(api_access.administrator.title) icon=IconName::ADMINISTRATION>
            <p>{text!(api_access.administrator.what)}</p>
            <ButtonLink href=Place::ApiRequests.path()>{text!(api_access.administrator.link)}</ButtonLink>
        </EmptyState>
    }
    .into_any()
}
