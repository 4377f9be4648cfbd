use latchkey_contract::PlainSecret;
use leptos::html;
use leptos::prelude::*;

use crate::platform::selection;

/// Where a secret stands while it is shown. Its text is written into the page's own element and nowhere else: no signal keeps
/// it, and [`SecretSlot::clear`] leaves nothing behind.
#[derive(Clone, Copy)]
pub struct SecretSlot {
    pub(super) element: NodeRef<html::Code>,
    shown: RwSignal<bool>,
}

impl SecretSlot {
    /// Cleared when the current owner is.
    pub fn new() -> Self {
        let slot = Self { element: NodeRef::new(), shown: RwSignal::new(false) };
        on_cleanup(move || slot.clear());
        slot
    }

    pub fn is_shown(self) -> Signal<bool> {
        self.shown.into()
    }

    /// Shows `secret`. Nothing happens once the element is gone from the page.
    pub fn put(self, secret: &PlainSecret) {
        if let Some(Some(element)) = self.element.try_get_untracked() {
            element.set_text_content(Some(secret.expose()));
            // At once, because what is hidden cannot be selected.
            element.set_hidden(false);
            self.shown.set(true);
        }
    }

    pub fn clear(self) {
        if let Some(Some(element)) = self.element.try_get_untracked() {
            element.set_text_content(None);
        }
        self.shown.try_set(false);
    }

    /// Selects what is shown, to be copied by hand.
    pub fn select(self) {
        if let Some(Some(element)) = self.element.try_get_untracked() {
            selection::select(&element);
        }
    }
}

impl Default for SecretSlot {
    fn default() -> Self {
        Self::new()
    }
}
