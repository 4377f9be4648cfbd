use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use crate::portal_config::Config;

/// What a snippet calls, and with which key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The base address, without a slash at its end.
    pub restapi_url: String,
    pub api_key: String,
}

/// How a snippet holds the secret key.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// Not at all: it is read from the variable `LATCHKEY_SECRET_KEY` of the environment.
    Variable,
    /// For the clipboard only: base62, so it needs no escaping anywhere.
    Plain(&'a str),
}

/// Writes a snippet.
pub type Write = fn(&Target, Secret<'_>) -> String;

impl Target {
    pub(in super::super) fn of(credential: Signal<Credential>, config: Config) -> Self {
        let api_key = credential.with(|credential| credential.api_key.clone());
        Self { restapi_url: config.restapi_url(), api_key }
    }

    /// Every key may read the zones.
    pub(in super::super) fn address_of_zones(&self) -> String {
        format!("{}/zone/zonelist", self.restapi_url)
    }
}
