use latchkey_contract::admin::{DisableAccess, EnableAccess, UserAccess};
use latchkey_contract::problem::Current;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

use crate::api::{Api, ApiError, use_api};
use crate::components::notices::NoticeBoard;
use crate::components::{AlertKind, Notice, use_notices};
use crate::listing::Listing;
use crate::text;

/// Changes of the API access of listed users, and what became of them.
#[derive(Clone, Copy)]
pub struct Changing {
    api: Api,
    notices: NoticeBoard,
    list: Listing<UserAccess>,
    /// Users whose access is being enabled.
    enabling: RwSignal<Vec<Uuid>>,
    /// The user that the dialog is about; it stays while the dialog closes.
    pub(super) disabling: RwSignal<Option<UserAccess>>,
    pub(super) dialog: RwSignal<bool>,
    pub(super) busy: RwSignal<bool>,
    pub(super) dialog_failure: RwSignal<Option<ApiError>>,
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// What somebody else changed first.
    pub(super) conflict: RwSignal<Option<UserAccess>>,
}

impl Changing {
    pub fn new(list: Listing<UserAccess>) -> Self {
        Self {
            api: use_api(),
            notices: use_notices(),
            list,
            enabling: RwSignal::default(),
            disabling: RwSignal::default(),
            dialog: RwSignal::new(false),
            busy: RwSignal::new(false),
            dialog_failure: RwSignal::new(None),
            failure: RwSignal::new(None),
            conflict: RwSignal::new(None),
        }
    }

    pub(super) fn is_enabling(self, id: Uuid) -> Signal<bool> {
        Signal::derive(move || self.enabling.with(|ids| ids.contains(&id)))
    }

    pub(super) fn enable(self, user: &UserAccess) {
        let (id, body) = (user.user_id, EnableAccess { version: user.version });
        self.forget_messages();
        self.enabling.update(|ids| ids.push(id));
        spawn_local(async move {
            let answer = self.api.enable_access(id, &body).await;
            self.enabling.try_update(|ids| ids.retain(|it| *it != id));
            match answer {
                Ok(changed) => self.done(changed, |user| text!(admin.users.enabled, user = user)),
                Err(error) => self.failed(error, self.failure),
            }
        });
    }

    pub(super) fn ask_why(self, user: UserAccess) {
        self.forget_messages();
        self.disabling.set(Some(user));
        self.dialog.set(true);
    }

    /// Disables the API access of the user that the dialog is about.
    pub(super) fn disable(self, reason: String) {
        let asked =
            self.disabling.with_untracked(|user| user.as_ref().map(|user| (user.user_id, user.version)));
        let Some((id, version)) = asked else { return };
        self.busy.set(true);
        self.dialog_failure.set(None);
        spawn_local(async move {
            let answer = self.api.disable_access(id, &DisableAccess { version, reason }).await;
            self.busy.try_set(false);
            match answer {
                Ok(changed) => {
                    self.dialog.try_set(false);
                    self.done(changed, |user| text!(admin.users.disabled, user = user));
                }
                Err(error) => self.failed(error, self.dialog_failure),
            }
        });
    }

    fn done(self, changed: UserAccess, words: fn(String) -> String) {
        self.notices.show(Notice::brief(AlertKind::Success, words(changed.user_name.clone())));
        self.put(changed);
    }

    /// Shows what is there now if somebody was first, else why it failed.
    fn failed(self, error: ApiError, failure: RwSignal<Option<ApiError>>) {
        let Some(Current::UserAccess(current)) = error.current() else {
            failure.try_set(Some(error));
            return;
        };
        self.dialog.try_set(false);
        self.put(current.clone());
        self.conflict.try_set(Some(current));
    }

    fn put(self, user: UserAccess) {
        self.list.change(|items| {
            if let Some(shown) = items.iter_mut().find(|it| it.user_id == user.user_id) {
                *shown = user;
            }
        });
    }

    fn forget_messages(self) {
        self.conflict.set(None);
        self.failure.set(None);
        self.dialog_failure.set(None);
    }
}
