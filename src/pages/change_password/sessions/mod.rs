//! The card "Where you're signed in": the reader's own sessions, to look at and to end.

mod actions;
pub mod client;
pub mod session_row;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::OwnSessions;
use leptos::prelude::*;
use uuid::Uuid;

use crate::components::{Button, ConfirmDialog, Failure, Loaded, Skeleton, changing};
use crate::i18n::api_error;
use crate::listing::followed;
use crate::live::use_live;
use crate::pages::administration::Stale;
use crate::platform::focus;
use crate::platform::timer::{Timer, use_timers};
use crate::reading::Reading;
use crate::text;

pub use actions::SessionActions;
use session_row::SessionRow;

/// The id of the heading, which takes the focus from a row that is gone.
const HEADING: &str = "own-sessions";

/// The time after which "3 minutes ago" is worked out anew, in milliseconds.
const MINUTE: u32 = 60_000;

/// The card with the reader's own sessions, kept true by live events.
#[component]
pub fn SessionsCard(list: Reading<OwnSessions>) -> impl IntoView {
    let actions = SessionActions::new(list);
    use_live().on_event(move |event| {
        // Signing in and out are activity, wherever they happen.
        if matches!(event, LiveEvent::ActivityAdded | LiveEvent::Reset) {
            list.again();
        }
    });
    view! {
        <section class="profile-section" aria-labelledby=HEADING>
            <div class="card-bar">
                <h2 class="card-bar-title" id=HEADING tabindex="-1">{text!(profile.sessions.title)}</h2>
            </div>
            <div class="card-body stack">
                <Stale failure=list.failure() on_retry=move |()| list.again() />
                <Loaded
                    state=list.state()
                    loading=|| view! { <Skeleton lines=4 /> }
                    is_empty=|list: &OwnSessions| list.items.is_empty()
                    empty=|| view! { <OnlyHere /> }
                    on_retry=move |()| list.again()
                    ready=move |sessions| view! { <Sessions sessions actions /> }.into_any()
                />
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Sessions(sessions: Signal<OwnSessions>, actions: SessionActions) -> impl IntoView {
    let now = present();
    let items = Signal::derive(move || sessions.with(|list| list.items.clone()));
    let ids = move || sessions.with(|list| list.items.iter().map(|it| it.id).collect::<Vec<_>>());
    let row = move |id: Uuid| {
        let session = followed(items, move |it| it.id == id)?;
        Some(view! { <SessionRow session now actions /> }.into_any())
    };
    let has_others = Memo::new(move |_| sessions.with(|list| list.items.iter().any(|it| !it.is_current)));
    let others = changing(move || {
        focus::rescue_to(|| focus::focus_id(HEADING));
        if has_others.get() {
            view! { <SignOutOthers actions /> }.into_any()
        } else {
            view! { <OnlyHere /> }.into_any()
        }
    });
    view! {
        <ul class="own-sessions"><For each=ids key=|id| *id children=row /></ul>
        <Failure title=text!(profile.sessions.not_signed_out) error=actions.failure />
        {others}
    }
    .into_any()
}

#[component]
fn OnlyHere() -> impl IntoView {
    view! { <p class="profile-note">{text!(profile.sessions.only_here)}</p> }.into_any()
}

/// Signs out all sessions but this one, once the reader agreed.
#[component]
fn SignOutOthers(actions: SessionActions) -> impl IntoView {
    let error = Signal::derive(move || actions.dialog_failure.with(|it| it.as_ref().map(api_error)));
    view! {
        <div class="own-sessions-end">
            <p class="profile-note">{text!(profile.sessions.advice)}</p>
            <Button on_press=move |()| actions.ask()>{text!(profile.sessions.sign_out_others)}</Button>
        </div>
        <ConfirmDialog
            open=actions.asking
            busy=actions.busy
            title=text!(profile.sessions.others.title)
            confirm=text!(profile.sessions.others.confirm)
            error
            on_confirm=move |()| actions.end_others()
        >
            <p>{text!(profile.sessions.others.consequence)}</p>
        </ConfirmDialog>
    }
    .into_any()
}

/// The present in milliseconds since 1970, a minute late at most.
fn present() -> Signal<f64> {
    let timers = use_timers();
    let now = RwSignal::new(timers.now());
    let ticking = timers.every(MINUTE, move || _ = now.try_set(timers.now()));
    let ticking = StoredValue::new_local(Some(ticking));
    on_cleanup(move || {
        if let Some(ticking) = ticking.try_update_value(Option::<Timer>::take).flatten() {
            ticking.cancel();
        }
    });
    now.into()
}
