use std::rc::Rc;

use leptos::prelude::*;

use crate::access::OwnAccess;
use crate::api::fake::FakeBackend;
use crate::api::http::Http;
use crate::api::{Api, SessionCheck, Transport, use_api};
use crate::components::{provide_announcer, provide_notices};
use crate::live::{Live, browser_opener, use_live};
use crate::platform::clipboard::{Clipboard, CopyOutcome};
use crate::platform::fake::{FakeClipboard, FakeClock};
use crate::platform::timer::Timers;
use crate::portal_config::Config;
use crate::session::{
    Attention, CurrentSession, Guard, OtherTab, SignInAgain, StepUp, use_session, watch_session,
};

/// What the app runs on: the browser and the backend, or stand-ins for them.
pub struct Services {
    pub backend: Rc<dyn Transport>,
    pub timers: Timers,
    pub clipboard: Clipboard,
    pub live: Live,
}

impl Services {
    pub fn browser() -> Self {
        let timers = Timers::browser();
        let live = Live::new(timers, browser_opener());
        Self { backend: Rc::new(Http), timers, clipboard: Clipboard::browser(), live }
    }

    /// A fake backend and clock, a clipboard that works, and a live connection to be fed with [`Live::emit`].
    pub fn fake(backend: &FakeBackend, clock: &FakeClock) -> Self {
        let timers = clock.timers();
        let clipboard = FakeClipboard::that(CopyOutcome::Done).clipboard();
        Self { backend: backend.transport(), timers, clipboard, live: Live::fake(timers) }
    }
}

/// What [`provide_services`] made of the services.
#[derive(Clone, Copy)]
pub struct Provided {
    pub api: Api,
    pub session: CurrentSession,
    pub live: Live,
    pub step_up: StepUp,
    pub sign_in_again: SignInAgain,
    pub other_tab: OtherTab,
}

/// Makes every `use_…` of the app work below the current owner, but those that need somebody signed in.
pub fn provide_services(services: Services) -> Provided {
    let Services { backend, timers, clipboard, live } = services;
    let owner = StoredValue::new(None::<CurrentSession>);
    let account = move || owner.try_get_value().flatten()?.account_id_now();
    let backend = Rc::new(SessionCheck::new(backend, account));
    let backend: Rc<dyn Transport> = Rc::new(Attention::new(backend, timers));
    let unguarded = Api::new(Rc::clone(&backend));
    let session = CurrentSession::new(unguarded);
    owner.set_value(Some(session));
    let step_up = StepUp::new(unguarded, session, timers);
    let sign_in_again = SignInAgain::new(session, live);
    let other_tab = OtherTab::new(session, sign_in_again);
    let api = Api::new(Rc::new(Guard::new(backend, sign_in_again, step_up)));
    provide_context(timers);
    provide_context(clipboard);
    provide_context(live);
    provide_context(session);
    provide_context(step_up);
    provide_context(api);
    provide_context(Config::load(unguarded));
    provide_announcer();
    provide_notices();
    watch_session(session, live, sign_in_again, other_tab);
    Provided { api, session, live, step_up, sign_in_again, other_tab }
}

/// Makes what belongs to the account that is signed in: its own API access. Call it anew for each account.
pub fn provide_account() -> OwnAccess {
    let is_administrator = untrack(|| use_session().is_administrator());
    let access = OwnAccess::new(use_api(), use_live(), is_administrator);
    provide_context(access);
    access
}
