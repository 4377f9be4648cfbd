//! The caller's own API access: read once for menu, dashboard and page, and kept true by live events.

use latchkey_contract::api_access::{AccessState, ApiAccess};
use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;

use crate::api::Api;
use crate::components::Load;
use crate::live::Live;
use crate::platform::events::on_window;
use crate::reading::Reading;

/// Take it from the context with [`use_access`].
#[derive(Clone, Copy)]
pub struct OwnAccess {
    reading: Reading<ApiAccess>,
}

/// The caller's API access of the context. Nothing is ever read for administrators, who have none.
pub fn use_access() -> OwnAccess {
    expect_context()
}

impl OwnAccess {
    /// Starts to read, unless `is_administrator`. Lives as long as the current owner.
    pub fn new(api: Api, live: Live, is_administrator: bool) -> Self {
        let reading = Reading::idle(move || api.api_access());
        if !is_administrator {
            reading.again();
            live.on_event(move |event| {
                if matches!(
                    event,
                    LiveEvent::AccessChanged { .. }
                        | LiveEvent::CredentialsChanged
                        | LiveEvent::KeyUsed
                        | LiveEvent::Reset
                ) {
                    reading.again();
                }
            });
            // What was told while there was no network could not be read.
            on_window("online", move |_| reading.again());
        }
        Self { reading }
    }

    pub fn load(self) -> Signal<Load<ApiAccess>> {
        self.reading.state()
    }

    /// `None` until it was read.
    pub fn state(self) -> Signal<Option<AccessState>> {
        let load = self.reading.state();
        Signal::derive(move || load.with(|load| load.ready().map(|access| access.status.state())))
    }

    /// Whether menu and title say "API Info" and no longer "Request API Access".
    pub fn was_granted(self) -> Signal<bool> {
        let state = self.state();
        Signal::derive(move || state.get().is_some_and(AccessState::was_granted))
    }

    /// Why the latest attempt to read again failed, while an older answer is shown.
    pub fn failure(self) -> Signal<Option<crate::api::ApiError>> {
        self.reading.failure()
    }

    /// Reads again.
    pub fn again(self) {
        self.reading.again();
    }

    /// Shows what an act answered with.
    pub fn put(self, access: ApiAccess) {
        self.reading.put(access);
    }
}
