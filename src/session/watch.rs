use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::other_tab::OtherTab;
use super::{CurrentSession, SignInAgain};
use crate::live::Live;
use crate::platform::visibility;

/// Keeps this tab's idea of the session true for as long as the current owner lives, and tells the other
/// tabs.
pub fn watch_session(session: CurrentSession, live: Live, sign_in_again: SignInAgain, other_tab: OtherTab) {
    let account = Memo::new(move |_| session.account_id());
    Effect::new(move |before: Option<Option<Uuid>>| {
        let account = account.get();
        match account {
            Some(account) => live.start(account),
            None if before.flatten().is_some() => {
                sign_in_again.give_up();
                live.tell_account(None);
                live.stop();
            }
            None => {}
        }
        if account.is_some() {
            live.tell_account(account);
        }
        account
    });
    live.on_event(move |event| match event {
        LiveEvent::SessionEnded => other_tab.check_ended(),
        // The name and the time zone are part of the session.
        LiveEvent::ProfileChanged => other_tab.check(),
        _ => {}
    });
    // A stream cannot tell why it broke, nor why it is refused; the session endpoint can.
    live.on_broken(move || other_tab.check());
    live.on_account(move |said| {
        if said != account.get_untracked() {
            other_tab.check();
        }
    });
    visibility::on_seen(move || other_tab.check());
}
