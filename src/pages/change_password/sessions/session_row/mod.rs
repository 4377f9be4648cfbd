#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::session::OwnSession;
use leptos::prelude::*;

use super::SessionActions;
use super::client::Client;
use crate::components::{BadgeKind, Button, Icon, Moment, StatusBadge, changing};
use crate::i18n::format;
use crate::session::use_session;
use crate::{rich, text};

/// The time since it was last seen in which a session counts as in use, in milliseconds. The instant is accurate to a
/// minute.
const ACTIVE: f64 = 2.0 * 60_000.0;

/// One of the reader's own sessions: the browser, the address, when it was last seen, and a button that signs it out.
#[component]
pub fn SessionRow(
    #[prop(into)] session: Signal<OwnSession>,
    /// The present, in milliseconds since 1970.
    now: Signal<f64>,
    actions: SessionActions,
) -> impl IntoView {
    // Neither changes while a session lasts.
    let (client, is_current) = session.with_untracked(|it| (Client::of(&it.user_agent), it.is_current));
    let name = client.name();
    let address = Memo::new(move |_| session.with(|it| it.address.clone()));
    let badge = is_current.then(|| {
        view! { <StatusBadge kind=BadgeKind::Success>{text!(profile.sessions.this_browser)}</StatusBadge> }
    });
    let seen = Memo::new(move |_| {
        let last = session.with(|it| it.last_seen_at.clone());
        let is_active = is_current || now.get() - format::milliseconds(&last) < ACTIVE;
        (!is_active).then(|| format::ago(&last, now.get()))
    });
    let seen = changing(move || match seen.get() {
        Some(when) => {
            let last = session.with_untracked(|it| it.last_seen_at.clone());
            view! { <time datetime=last.0>{text!(profile.sessions.last_seen, when = when)}</time> }.into_any()
        }
        None => view! { <span>{text!(profile.sessions.active_now)}</span> }.into_any(),
    });
    let reader = use_session();
    let signed_in = move || {
        let at = session.with_untracked(|it| it.signed_in_at.clone());
        view! { <Moment at zone=Signal::derive(move || reader.time_zone()) /> }.into_any()
    };
    let button = (!is_current).then(|| view! { <SignOut session name=name.clone() actions /> });
    view! {
        <li class="own-session">
            <span class="own-session-icon"><Icon name=client.icon() /></span>
            <div class="own-session-said">
                <h3 class="own-session-name"><bdi>{name.clone()}</bdi>" "{badge}</h3>
                <p class="own-session-facts">
                    {changing(move || view! { <bdi translate="no">{address.get()}</bdi> })}
                    " " {seen} " "
                    <span>{rich!(profile.sessions.signed_in, moment = signed_in)}</span>
                </p>
            </div>
            {button}
        </li>
    }
    .into_any()
}

#[component]
fn SignOut(session: Signal<OwnSession>, name: String, actions: SessionActions) -> impl IntoView {
    let id = session.with_untracked(|it| it.id);
    let of = move || {
        let address = session.with(|it| it.address.clone());
        text!(profile.sessions.of, name = name.clone(), address = address)
    };
    view! {
        <Button busy=actions.is_ending(id) on_press=move |()| actions.end(id)>
            {text!(session.sign_out)}
            // Read out, so that buttons that look alike do not sound alike.
            <span class="visually-hidden">" "{of}</span>
        </Button>
    }
    .into_any()
}
