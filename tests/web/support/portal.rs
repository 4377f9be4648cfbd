use std::ops::Deref;

use latchkey::api::fake::FakeBackend;
use latchkey::app::{Provided, Services, provide_account, provide_services};
use latchkey::components::Notices;
use latchkey::live::Live;
use latchkey::pages::fixture;
use latchkey::platform::clipboard::CopyOutcome;
use latchkey::platform::fake::{FakeClipboard, FakeClock};
use latchkey::session::StepUpDialog;
use latchkey_contract::Timestamp;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::{Account, Session};
use leptos::prelude::*;

use super::{Mounted, frame, mount, tick};

/// Who is signed in to a [`Portal`], on what.
pub(crate) struct Setting {
    account: Account,
    copies: CopyOutcome,
    stepped_up: bool,
}

impl Setting {
    /// A user of a company who gave the password lately; copying works.
    pub(crate) fn user() -> Self {
        Self { account: fixture::user(), copies: CopyOutcome::Done, stepped_up: true }
    }

    pub(crate) fn administrator() -> Self {
        Self { account: fixture::administrator(), ..Self::user() }
    }

    /// How every copy ends.
    pub(crate) fn that_copies(self, copies: CopyOutcome) -> Self {
        Self { copies, ..self }
    }

    /// The password was given too long ago for acts that touch a secret.
    pub(crate) fn not_stepped_up(self) -> Self {
        Self { stepped_up: false, ..self }
    }

    fn session(&self) -> Session {
        let session = fixture::session(self.account.clone());
        let long_ago = Timestamp("1970-01-01T00:00:00.000Z".to_owned());
        if self.stepped_up { session } else { Session { stepped_up_until: long_ago, ..session } }
    }
}

/// A page of somebody who is signed in, on a faked backend, clock, clipboard and live connection.
pub(crate) struct Portal {
    page: Mounted,
    pub(crate) backend: FakeBackend,
    pub(crate) clock: FakeClock,
    pub(crate) clipboard: FakeClipboard,
    live: Live,
}

impl Portal {
    /// Mounts `view` and waits until what can be shown at once is shown.
    pub(crate) async fn open(
        setting: Setting,
        backend: &FakeBackend,
        view: impl FnOnce() -> AnyView + 'static,
    ) -> Self {
        // What an earlier page left for the next frame, such as moving the focus, is not done to this one.
        frame().await;
        let clock = FakeClock::default();
        let clipboard = FakeClipboard::that(setting.copies);
        let timers = clock.timers();
        let (tell, told) = std::sync::mpsc::channel();
        let (transport, its_clipboard) = (backend.transport(), clipboard.clipboard());
        let page = mount(move || {
            let services =
                Services { backend: transport, timers, clipboard: its_clipboard, live: Live::fake(timers) };
            let Provided { session, step_up, live, .. } = provide_services(services);
            session.set(setting.session());
            provide_account();
            tell.send(live).unwrap();
            view! {
                <main>{view()}</main>
                <Notices />
                <StepUpDialog step_up />
            }
            .into_any()
        });
        tick().await;
        Self { page, backend: backend.clone(), clock, clipboard, live: told.recv().unwrap() }
    }

    /// Tells the page what happened, as the backend's event stream would, and lets it read again.
    pub(crate) async fn hear(&self, event: LiveEvent) {
        self.live.emit(&event);
        tick().await;
    }

    /// Lets time pass.
    pub(crate) async fn wait(&self, seconds: u32) {
        self.clock.advance(seconds * 1_000);
        tick().await;
    }

    /// Presses the button of that name.
    pub(crate) async fn press(&self, name: &str) {
        super::click(&self.by_role("button", name));
        tick().await;
    }
}

impl Deref for Portal {
    type Target = Mounted;

    fn deref(&self) -> &Mounted {
        &self.page
    }
}
