use latchkey_contract::api_access::AccessState;
use leptos::prelude::*;

use crate::access::OwnAccess;
use crate::components::use_announcer;
use crate::text;

/// Tells screen readers when the state of the reader's API access changes while the page is shown, whoever changed it.
pub(super) fn announce_news(access: OwnAccess) {
    let announcer = use_announcer();
    let state = access.state();
    Effect::new(move |before: Option<Option<AccessState>>| {
        // A failed read in between makes no news of what was there before.
        let now = state.get().or(before.flatten());
        if let (Some(Some(before)), Some(now)) = (before, now)
            && before != now
        {
            announcer.polite(in_words(before, now));
        }
        now
    });
}

fn in_words(before: AccessState, now: AccessState) -> &'static str {
    match now {
        AccessState::Approved if before == AccessState::Suspended => text!(api_access.news.enabled),
        AccessState::Approved => text!(api_access.news.approved),
        AccessState::Pending => text!(api_access.news.pending),
        AccessState::Disabled => text!(api_access.news.withdrawn),
        AccessState::Denied => text!(api_access.news.denied),
        AccessState::Suspended => text!(api_access.news.suspended),
    }
}
