use latchkey_contract::admin::{AccessRequest, Approve, Deny};
use latchkey_contract::problem::Current;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

use super::filter::Filter;
use crate::api::{Api, ApiError, use_api};
use crate::components::notices::NoticeBoard;
use crate::components::{AlertKind, Notice, use_notices};
use crate::listing::Listing;
use crate::text;

/// Decisions on the requests of a list, and what became of them.
#[derive(Clone, Copy)]
pub struct Deciding {
    api: Api,
    notices: NoticeBoard,
    list: Listing<AccessRequest>,
    filter: Signal<Filter>,
    /// Requests that are being approved.
    approving: RwSignal<Vec<Uuid>>,
    /// The request that the dialog is about; it stays while the dialog closes.
    pub(super) denying: RwSignal<Option<AccessRequest>>,
    pub(super) dialog: RwSignal<bool>,
    pub(super) busy: RwSignal<bool>,
    pub(super) denial_failure: RwSignal<Option<ApiError>>,
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// What somebody else decided first.
    pub(super) conflict: RwSignal<Option<AccessRequest>>,
}

impl Deciding {
    pub fn new(list: Listing<AccessRequest>, filter: Signal<Filter>) -> Self {
        Self {
            api: use_api(),
            notices: use_notices(),
            list,
            filter,
            approving: RwSignal::default(),
            denying: RwSignal::default(),
            dialog: RwSignal::new(false),
            busy: RwSignal::new(false),
            denial_failure: RwSignal::new(None),
            failure: RwSignal::new(None),
            conflict: RwSignal::new(None),
        }
    }

    pub(super) fn is_approving(self, id: Uuid) -> Signal<bool> {
        Signal::derive(move || self.approving.with(|ids| ids.contains(&id)))
    }

    pub(super) fn approve(self, request: &AccessRequest) {
        let (id, body) = (request.id, Approve { version: request.version });
        self.forget_messages();
        self.approving.update(|ids| ids.push(id));
        spawn_local(async move {
            let answer = self.api.approve_request(id, &body).await;
            self.approving.try_update(|ids| ids.retain(|it| *it != id));
            match answer {
                Ok(decided) => self.done(decided, |user| text!(admin.requests.approved, user = user)),
                Err(error) => self.failed(error, self.failure),
            }
        });
    }

    pub(super) fn ask_why_not(self, request: AccessRequest) {
        self.forget_messages();
        self.denying.set(Some(request));
        self.dialog.set(true);
    }

    /// Denies the request that the dialog is about.
    pub(super) fn deny(self, reason: String) {
        let asked = self
            .denying
            .with_untracked(|request| request.as_ref().map(|request| (request.id, request.version)));
        let Some((id, version)) = asked else { return };
        self.busy.set(true);
        self.denial_failure.set(None);
        spawn_local(async move {
            let answer = self.api.deny_request(id, &Deny { version, reason }).await;
            self.busy.try_set(false);
            match answer {
                Ok(decided) => {
                    self.dialog.try_set(false);
                    self.done(decided, |user| text!(admin.requests.denied, user = user));
                }
                Err(error) => self.failed(error, self.denial_failure),
            }
        });
    }

    fn done(self, decided: AccessRequest, words: fn(String) -> String) {
        let words = words(decided.user_name.clone());
        let is_listed = self.filter.try_get_untracked().is_some_and(|filter| filter.shows(decided.state));
        self.list.change(|items| match items.iter().position(|it| it.id == decided.id) {
            Some(at) if is_listed => items[at] = decided,
            Some(at) => _ = items.remove(at),
            None => {}
        });
        self.notices.show(Notice::brief(AlertKind::Success, words));
    }

    /// Shows what is there now if somebody was first, else why it failed.
    fn failed(self, error: ApiError, failure: RwSignal<Option<ApiError>>) {
        let Some(Current::AccessRequest(current)) = error.current() else {
            failure.try_set(Some(error));
            return;
        };
        self.dialog.try_set(false);
        // The row stays where it is, whatever the filter says, so that the message has something to point at.
        self.list.change(|items| {
            if let Some(shown) = items.iter_mut().find(|it| it.id == current.id) {
                shown.clone_from(&current);
            }
        });
        self.conflict.try_set(Some(current));
    }

    fn forget_messages(self) {
        self.conflict.set(None);
        self.failure.set(None);
        self.denial_failure.set(None);
    }
}
