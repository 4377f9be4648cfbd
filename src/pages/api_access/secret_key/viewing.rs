use latchkey_contract::credential::{Credential, RevealPurpose, RevealedSecret};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ApiError, use_api};
use crate::components::{Announcements, SecretSlot, use_announcer};
use crate::platform::timer::{Timer, Timers, use_timers};
use crate::platform::{focus, visibility};
use crate::session::use_session;
use crate::text;

/// How long a revealed secret key stays visible, in seconds.
pub const VISIBLE_FOR: u32 = 30;

const SECOND: u32 = 1_000;

/// The secret key as the reader looks at it: fetched for that, shown, and hidden again after a while, when the tab is hidden,
/// when it was replaced, when it is in doubt who looks, and on leaving.
#[derive(Clone, Copy)]
pub struct SecretViewing {
    api: Api,
    timers: Timers,
    announcer: Announcements,
    in_doubt: Signal<bool>,
    credential: Signal<Credential>,
    pub(in crate::pages::api_access) slot: SecretSlot,
    /// Seconds until it hides.
    pub(super) left: RwSignal<u32>,
    pub(super) kept: RwSignal<bool>,
    pub(super) busy: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// Whether it was hidden because another window replaced it.
    pub(super) replaced: RwSignal<bool>,
    /// The button that reveals and hides.
    pub(super) toggle: NodeRef<html::Button>,
    ticking: StoredValue<Option<Timer>, LocalStorage>,
    shown_version: StoredValue<u32>,
}

impl SecretViewing {
    /// Ends with the current owner.
    pub fn new(credential: Signal<Credential>) -> Self {
        let viewing = Self {
            api: use_api(),
            timers: use_timers(),
            announcer: use_announcer(),
            in_doubt: use_session().in_doubt(),
            credential,
            slot: SecretSlot::new(),
            left: RwSignal::new(0),
            kept: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            replaced: RwSignal::new(false),
            toggle: NodeRef::new(),
            ticking: StoredValue::new_local(None),
            shown_version: StoredValue::new(0),
        };
        visibility::on_hidden(move || viewing.hide());
        Effect::new(move || {
            let newest = credential.with(|credential| credential.secret_version);
            if viewing.in_doubt.get() {
                viewing.hide();
            }
            if viewing.is_shown() && newest > viewing.shown_version.get_value() {
                viewing.hide();
                viewing.replaced.set(true);
                viewing.announcer.polite(text!(api_access.secret_key.replaced));
            }
        });
        on_cleanup(move || viewing.stop());
        viewing
    }

    pub fn is_shown(self) -> bool {
        self.slot.is_shown().get_untracked()
    }

    pub fn reveal(self) {
        if !self.busy.get_untracked() {
            spawn_local(async move { _ = self.show().await });
        }
    }

    /// Fetches the secret key and shows it, unless by then the tab is hidden or it is in doubt who looks.
    ///
    /// # Errors
    /// Why it could not be fetched. Unless the reader closed the dialog that asked for a password, [`SecretViewing::failure`]
    /// says so too.
    pub(super) async fn show(self) -> Result<(), ApiError> {
        self.busy.set(true);
        self.failure.set(None);
        self.replaced.set(false);
        let id = self.credential.with_untracked(|credential| credential.id);
        let answer = self.api.reveal_secret(id, RevealPurpose::Show).await;
        self.busy.try_set(false);
        match answer {
            Ok(revealed) => {
                self.put(&revealed);
                Ok(())
            }
            Err(error) => {
                if !error.is_step_up_required() {
                    self.failure.try_set(Some(error.clone()));
                }
                Err(error)
            }
        }
    }

    fn put(self, revealed: &RevealedSecret) {
        let Some(newest) = self.credential.try_with_untracked(|credential| credential.secret_version) else {
            return;
        };
        if visibility::is_hidden() || self.in_doubt.get_untracked() {
            return;
        }
        if revealed.secret_version < newest {
            self.replaced.set(true);
            return;
        }
        self.shown_version.set_value(revealed.secret_version);
        self.slot.put(&revealed.secret_key);
        self.announcer.polite(text!(api_access.secret_key.shown, seconds = VISIBLE_FOR));
        self.count_down();
    }

    fn count_down(self) {
        self.stop();
        self.kept.set(false);
        self.left.set(VISIBLE_FOR);
        let until = self.timers.now() + f64::from(VISIBLE_FOR * SECOND);
        let tick = move || {
            // Not counted but measured: a machine that slept owes the reader nothing.
            let left = ((until - self.timers.now()) / f64::from(SECOND)).ceil().max(0.0);
            if left < 1.0 {
                self.hide();
                self.announcer.polite(text!(api_access.secret_key.hidden));
            } else {
                self.left.try_set(left as u32);
            }
        };
        self.ticking.set_value(Some(self.timers.every(SECOND, tick)));
    }

    /// Lets it stay until the reader hides it or leaves.
    pub(super) fn keep(self) {
        self.stop();
        self.focus_stays_here();
        self.kept.set(true);
        self.announcer.polite(text!(api_access.secret_key.kept));
    }

    pub(super) fn toggle(self) {
        if self.is_shown() {
            self.hide();
            self.announcer.polite(text!(api_access.secret_key.hidden));
        } else {
            self.reveal();
        }
    }

    /// Takes it off the page.
    pub fn hide(self) {
        self.stop();
        self.focus_stays_here();
        self.slot.clear();
        self.kept.try_set(false);
    }

    fn stop(self) {
        if let Some(timer) = self.ticking.try_update_value(Option::take).flatten() {
            timer.cancel();
        }
    }

    /// "Keep visible" goes away; what had the focus there must not leave the reader nowhere.
    fn focus_stays_here(self) {
        focus::rescue_to(move || {
            if let Some(Some(toggle)) = self.toggle.try_get_untracked() {
                _ = toggle.focus();
            }
        });
    }
}
