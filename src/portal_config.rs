//! What the operator set for the web app, read at run time; see `latchkey_contract::portal_config`.

use latchkey_contract::portal_config::{MenuEntry, PortalConfig};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ApiError};
use crate::place::{Elsewhere, Place};
use crate::platform::page;

/// Take it from the context with [`use_config`].
#[derive(Clone, Copy)]
pub struct Config(RwSignal<PortalConfig>);

/// The operator's settings of the context.
pub fn use_config() -> Config {
    expect_context()
}

impl Config {
    pub fn with(config: PortalConfig) -> Self {
        Self(RwSignal::new(config))
    }

    /// The defaults, until the operator's settings come; and if they cannot be read.
    pub fn load(api: Api) -> Self {
        let config = Self::with(PortalConfig::default());
        spawn_local(async move {
            match api.portal_config().await {
                Ok(read) => _ = config.0.try_set(read),
                // The pages tell of an outage themselves.
                Err(ApiError::Offline) => {}
                Err(_) => leptos::logging::warn!("config.json could not be read; the defaults are used"),
            }
        });
        config
    }

    /// The base address that scripts call, without a slash at its end.
    pub fn restapi_url(self) -> String {
        let url = self.0.with(|config| config.restapi_url.clone());
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
        self.0.with(|config| config.entries.get(entry).map(part))
    }
}
