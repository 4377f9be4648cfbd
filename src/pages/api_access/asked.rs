use latchkey_contract::credential::Credential;
use leptos::prelude::*;

use super::secret_key::SecretViewing;

/// An act that ends a secret, and whether the reader is being asked about it.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(super) credential: Signal<Credential>,
    pub(super) viewing: SecretViewing,
    pub(super) open: RwSignal<bool>,
}

impl Asked {
    pub(super) fn new(credential: Signal<Credential>, viewing: SecretViewing) -> Self {
        Self { credential, viewing, open: RwSignal::new(false) }
    }

    pub(super) fn ask(self) {
        self.open.set(true);
    }

    pub(super) fn give_up(self) {
        self.open.try_set(false);
    }
}
