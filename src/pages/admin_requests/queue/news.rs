use latchkey_contract::admin::AccessRequest;
use leptos::prelude::*;
use uuid::Uuid;

use super::super::filter::Filter;
use crate::components::use_announcer;
use crate::listing::Listing;
use crate::text;

/// Tells screen readers of requests that come in while the queue is shown.
pub(super) fn announce_new_requests(list: Listing<AccessRequest>, filter: Signal<Filter>) {
    let announcer = use_announcer();
    let newest = Memo::new(move |_| {
        list.items()
            .with(|items| items.ready().map(|items| items.first().map(|it| (it.id, it.user_name.clone()))))
    });
    Effect::new(move |before: Option<Option<Option<Uuid>>>| {
        let now = newest.get();
        if let (Some(Some(before)), Some(Some((id, user)))) = (before, &now)
            // Ids rise with time; one that is lower came to the top because another one left.
            && before.is_none_or(|before| *id > before)
            && filter.get_untracked() == Filter::Pending
        {
            announcer.polite(text!(admin.requests.news, user = user.clone()));
        }
        now.map(|newest| newest.map(|(id, _)| id))
    });
}
