//! What the operator set for the web app, read at run time; see `latchkey_contract::portal_config`.

use latchkey_contract::portal_config::{MenuEntry, PortalConfig};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ApiError};
use crate::components::Load;
use crate::place::{Elsewhere, Place};
use crate::platform::events::on_window;
use crate::platform::page;

/// Take it from the context with [`use_config`].
#[derive(Clone, Copy)]
pub struct Config {
    api: Api,
    state: RwSignal<Load<PortalConfig>>,
}

/// The operator's settings of the context.
pub fn use_config() -> Config {
    expect_context()
}

impl Config {
    /// The defaults, until the operator's settings come; and if they cannot be read, until the browser is back online.
    pub fn load(api: Api) -> Self {
        let config = Self { api, state: RwSignal::default() };
        config.read();
        on_window("online", move |_| config.again());
        config
    }

    pub fn state(self) -> Signal<Load<PortalConfig>> {
        self.state.into()
    }

    /// Reads the settings again, if they could not be read.
    pub fn again(self) {
        if self.state.with_untracked(|state| matches!(state, Load::Failed(_))) {
            self.state.set(Load::Loading);
            self.read();
        }
    }

    fn read(self) {
        spawn_local(async move {
            let answer = self.api.portal_config().await;
            // The pages tell of an outage themselves.
            if answer.as_ref().is_err_and(|error| *error != ApiError::Offline) {
                leptos::logging::warn!("config.json could not be read; the defaults are used");
            }
            self.state.try_set(answer.into());
        });
    }

    /// The base address that scripts call, without a slash at its end.
    pub fn restapi_url(self) -> String {
        let url = self.state.with(|state| state.ready()?.restapi_url.clone());
        url.unwrap_or_else(|| format!("{}/restapi", page::origin())).trim_end_matches('/').to_owned()
    }

    /// Whether the operator wants no entry for this place in the menus.
    pub fn is_hidden(self, place: Place) -> bool {
        place.entry().and_then(|entry| self.entry(entry, |it| it.hidden)).unwrap_or_default()
    }

    /// Where the operator says this part of the portal lives; only `http` and `https` are followed.
    pub fn link(self, entry: Elsewhere) -> Option<String> {
        let link = self.entry(entry.entry(), |it| it.link.clone()).flatten()?;
        (link.starts_with("https://") || link.starts_with("http://")).then_some(link)
    }

    fn entry<T>(self, entry: &str, part: impl FnOnce(&MenuEntry) -> T) -> Option<T> {
        self.state.with(|state| state.ready()?.entries.get(entry).map(part))
    }
}
