#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Icon, IconName, changing};
use crate::live::{Connection, use_live};
use crate::platform::online::use_online;
use crate::text;

/// Says when what is on the page may be out of date: no network, or no connection to the portal.
#[component]
pub(super) fn ConnectionBanner() -> impl IntoView {
    let live = use_live();
    let online = use_online();
    let connection = live.connection();
    Effect::new(move |was: Option<bool>| {
        let is = online.get();
        if is && was == Some(false) {
            live.retry_now();
        }
        is
    });
    let banner = changing(move || {
        let words = match (online.get(), connection.get()) {
            (false, _) => text!(shell.connection.offline),
            (true, Connection::Lost) => text!(shell.connection.lost),
            _ => return None,
        };
        Some(view! {
            <div class="connection-banner">
                <Icon name=IconName::OFFLINE />
                <p>{words}</p>
                <Button kind=ButtonKind::Quiet on_press=move |()| live.retry_now()>{text!(shell.connection.retry)}</Button>
            </div>
        })
    });
    view! { <div role="status">{banner}</div> }.into_any()
}
