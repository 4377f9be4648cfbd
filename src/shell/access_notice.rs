use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;

use crate::app::use_place;
use crate::components::{AlertKind, Notice, use_notices};
use crate::live::use_live;
use crate::place::Place;
use crate::text;
use leptos::prelude::*;

/// Tells the reader of another page when an administrator decided on their API access. The page itself shows
/// it.
pub(super) fn tell_about_access() {
    let notices = use_notices();
    let place = use_place();
    use_live().on_event(move |event| {
        let LiveEvent::AccessChanged { state } = event else { return };
        if place.get_untracked() == Place::ApiAccess {
            return;
        }
        let (kind, words, link) = match state {
            AccessState::Approved => {
                (AlertKind::Success, text!(shell.access.approved), text!(shell.access.see))
            }
            AccessState::Denied => (AlertKind::Warning, text!(shell.access.denied), text!(shell.access.open)),
            AccessState::Suspended => {
                (AlertKind::Warning, text!(shell.access.suspended), text!(shell.access.open))
            }
            // The reader's own doing.
            AccessState::Pending | AccessState::Disabled => return,
        };
        notices.show(Notice::new(kind, words).link(link, Place::ApiAccess.path()));
    });
}
